const names = new Set(
  "a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark q ruby rb rt rp s samp small span strike strong sub sup time tt u var wbr amp-link".split(
    " ",
  ),
);

/** Whether elements of that name are part of a line of text. Pure. */
export const isInlineName = (name: string): boolean => names.has(name);
