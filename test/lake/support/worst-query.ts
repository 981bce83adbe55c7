/** A query that needs no documents, and whose time grows with the fourth power of how many numbers it is given. */
export const worstQuery = "count($n[count($n[count($n[count($n[@ > 0]) > 0]) > 0]) > 0])";

/** Parameters with which it takes hours. */
export const forHours = { n: Array.from({ length: 500 }, (_, index) => index) };

/** Parameters with which it takes no time. */
export const forNoTime = { n: [1] };
