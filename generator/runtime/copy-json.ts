/** Copies a JSON value of any depth. Leaves out `undefined`. */
export function copyJson<T>(value: T): T {
  const whole = { value };
  const pending: object[] = [whole];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    for (const [name, inside] of membersOf(next)) {
      if (typeof inside !== "object" || inside === null) continue;
      const copy = Array.isArray(inside) ? [...(inside as unknown[])] : definedMembers(inside);
      setMember(next, name, copy);
      pending.push(copy);
    }
  }
  return whole.value;
}

/** Sets a property or an item of any name: an assignment to `__proto__` would set the prototype. */
export function setMember(into: object, name: string, value: unknown): void {
  const attributes = { enumerable: true, configurable: true, writable: true };
  Object.defineProperty(into, name, { value, ...attributes });
}

function definedMembers(object: object): object {
  return Object.fromEntries(membersOf(object).filter(([, value]) => value !== undefined));
}

/** The members of an object, or of an array by their indexes. */
function membersOf(object: object): [name: string, value: unknown][] {
  return Object.entries(object);
}
