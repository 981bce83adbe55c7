/** The fields that are there: what is absent outside shall not hide what is there inside. Pure. */
export function presentFields<Fields extends object>(fields: Fields): Fields {
  const present = { ...fields };
  for (const name in present) if (present[name] === undefined) delete present[name];
  return present;
}
