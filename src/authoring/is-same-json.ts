/** Whether two values of JSON are equal. The order of keys doesn't matter; a missing key isn't the same as one without a value. */
export function isSameJson(one: unknown, other: unknown): boolean {
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return one === other;
  if (Array.isArray(one) !== Array.isArray(other)) return false;
  const keys = Object.keys(one);
  return (
    keys.length === Object.keys(other).length &&
    keys.every(
      (key) => Object.hasOwn(other, key) && isSameJson(one[key as keyof typeof one], other[key as keyof typeof other]),
    )
  );
}
