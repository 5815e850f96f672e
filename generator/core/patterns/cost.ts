/** The cost of matching one part of a regular expression. */
interface Part {
  /** The most ways in which a text can match it. */
  readonly ways: number;
  /** How many choices it has, such as by `*` or `|`. */
  readonly choices: number;
}

/**
 * Estimates how many steps a backtracking engine may take to find that a text of some length does not match a
 * regular expression. It is an upper bound, except that back references count as characters. Nested repetitions
 * make it exponential.
 */
export function patternCost(source: string, length: number): number {
  // Groups are estimated recursively.
  if (source.length > longest) return Infinity;
  const { ways } = new Estimate(source, length).alternatives();
  return ways * (source.startsWith("^") ? 1 : length + 1);
}

/** The longest regular expression that is estimated. */
const longest = 1000;

const one: Part = { ways: 1, choices: 0 };

class Estimate {
  readonly #source: string;
  readonly #length: number;
  #at = 0;

  constructor(source: string, length: number) {
    this.#source = source;
    this.#length = length;
  }

  /** Estimates everything up to the end of the group or the expression. */
  alternatives(): Part {
    let all = { ways: 0, choices: -1 };
    do {
      const { ways, choices } = this.#sequence();
      all = { ways: all.ways + ways, choices: all.choices + choices + 1 };
    } while (this.#takes("|"));
    return all;
  }

  #sequence(): Part {
    let all = one;
    while (this.#at < this.#source.length && !/[|)]/.test(this.#source.charAt(this.#at))) {
      const { ways, choices } = this.#quantified(this.#atom());
      all = { ways: all.ways * ways, choices: all.choices + choices };
    }
    return all;
  }

  #atom(): Part {
    if (this.#takes("(")) {
      this.#match(/\?(?:<?[=!]|<[^>]*>|[a-z-]*:)/y);
      const inside = this.alternatives();
      this.#takes(")");
      return inside;
    }
    this.#match(/\\[^]|\[(?:\\[^]|[^\\\]])*\]?|[^]/y);
    return one;
  }

  #quantified({ ways, choices }: Part): Part {
    const [, sign = "", least = "", comma = "", most = ""] =
      this.#match(/([*+?])\??|\{(\d+)(?:(,)(\d*))?\}\??/y) ?? [];
    if (sign === "?") return { ways: ways + 1, choices: choices + 1 };
    if (sign !== "" || (comma !== "" && most === "")) {
      // The repetitions can divide the text in as many ways as there are choices for each character.
      const shared = choices === 0 ? this.#length + 1 : (choices + 1) ** this.#length;
      return { ways: shared, choices: choices + 1 };
    }
    if (least === "") return { ways, choices };
    const times = Number(comma === "" ? least : most);
    const counts = Math.min(times - Number(least), this.#length) + 1;
    return { ways: counts * ways ** times, choices: choices * times + (counts > 1 ? 1 : 0) };
  }

  #takes(character: string): boolean {
    if (this.#source.charAt(this.#at) !== character) return false;
    this.#at += 1;
    return true;
  }

  #match(pattern: RegExp): RegExpExecArray | undefined {
    pattern.lastIndex = this.#at;
    const found = pattern.exec(this.#source) ?? undefined;
    this.#at += found?.[0].length ?? 0;
    return found;
  }
}
