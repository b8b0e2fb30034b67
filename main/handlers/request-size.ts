/** Most characters and values of one request; a frame of the socket is bounded alike. */
const mostWeight = 1024 * 1024;
/** No request of the contract is nested nearly as deep. */
const mostDepth = 50;

/**
 * Whether a request is larger than any that the window makes: the desktop's channel itself knows no
 * bound. Looks no further than the bound, whatever it is given.
 */
export function isTooLarge(payload: unknown): boolean {
  let weight = 0;
  const isOver = (value: unknown, depth: number): boolean => {
    weight += typeof value === 'string' ? value.length + 1 : 1;
    if (weight > mostWeight || depth > mostDepth) return true;
    if (typeof value !== 'object' || value === null) return false;
    if (ArrayBuffer.isView(value) || value instanceof ArrayBuffer) {
      weight += value.byteLength;
      return weight > mostWeight;
    }
    if (Array.isArray(value)) {
      // Its length alone may say it; a list of a million is not worth a look at each.
      return value.length > mostWeight || value.some((one) => isOver(one, depth + 1));
    }
    for (const [name, one] of Object.entries(value)) {
      weight += name.length;
      if (isOver(one, depth + 1)) return true;
    }
    return false;
  };
  return isOver(payload, 0);
}
