/** Returns only the fields that have a value: one absent outside must not hide one present inside. Pure. */
export function presentFields<Fields extends object>(fields: Fields): Fields {
  const present = { ...fields };
  for (const name in present) if (present[name] === undefined) delete present[name];
  return present;
}
