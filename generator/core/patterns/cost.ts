/** The cost of matching one part of a regular expression. */
interface Part {
  /** The most ways in which a text can match it. */
  readonly ways: number;
  /** How many choices it has, such as by `*` or `|`. */
  readonly choices: number;
  /** About how long the shortest text is that matches it. */
  readonly shortest: number;
  /** About how long the longest text is, if each repetition without a bound is made a few times only. */
  readonly longest: number;
}

/**
 * Estimates how many steps a backtracking engine may take to find that a text of some length does not match a
 * regular expression. It is an upper bound, except that back references count as characters. Nested repetitions
 * make it exponential.
 */
export function patternCost(source: string, length: number): number {
  // Groups are estimated recursively.
  if (source.length > longestSource) return Infinity;
  const { ways } = new Estimate(source, length).alternatives();
  return ways * (source.startsWith("^") ? 1 : length + 1);
}

/**
 * Returns about how long the shortest text is that matches a regular expression. It may be a little shorter,
 * because an assertion such as `^` counts as a character.
 */
export function shortestMatch(source: string): number {
  if (source.length <= longestSource) return new Estimate(source, 0).alternatives().shortest;
  // Repetitions could be nested.
  const counts = [...source.matchAll(/\{(\d+)/g)].map(([, count]) => Math.max(Number(count), 1));
  return counts.reduce((product, count) => product * count, 1);
}

/**
 * Returns about how long the longest text is that matches a regular expression, if each repetition is made at most
 * some times more than it has to be. Repetitions inside each other multiply. For a long regular expression, they
 * count as none.
 */
export function longestMatch(source: string, repeats: number): number {
  return source.length <= longestSource
    ? new Estimate(source, 0, repeats).alternatives().longest
    : source.length * repeats;
}

/** The longest regular expression that is estimated. */
const longestSource = 1000;

const one: Part = { ways: 1, choices: 0, shortest: 1, longest: 1 };

const empty: Part = { ...one, shortest: 0, longest: 0 };

class Estimate {
  readonly #source: string;
  readonly #length: number;
  readonly #repeats: number;
  #at = 0;

  /**
   * @param length The length of the text that does not match.
   * @param repeats How many times more than it has to be a repetition is made at most.
   */
  constructor(source: string, length: number, repeats = 0) {
    this.#source = source;
    this.#length = length;
    this.#repeats = repeats;
  }

  /** Estimates everything up to the end of the group or the expression. */
  alternatives(): Part {
    let all: Part = { ways: 0, choices: -1, shortest: Infinity, longest: 0 };
    do {
      const { ways, choices, shortest, longest } = this.#sequence();
      all = {
        ways: all.ways + ways,
        choices: all.choices + choices + 1,
        shortest: Math.min(all.shortest, shortest),
        longest: Math.max(all.longest, longest),
      };
    } while (this.#takes("|"));
    return all;
  }

  #sequence(): Part {
    let all = empty;
    while (this.#at < this.#source.length && !/[|)]/.test(this.#source.charAt(this.#at))) {
      const { ways, choices, shortest, longest } = this.#quantified(this.#atom());
      all = {
        ways: all.ways * ways,
        choices: all.choices + choices,
        shortest: all.shortest + shortest,
        longest: all.longest + longest,
      };
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

  #quantified(part: Part): Part {
    const { ways, choices } = part;
    const [, sign = "", least = "", comma = "", most = ""] =
      this.#match(/([*+?])\??|\{(\d+)(?:(,)(\d*))?\}\??/y) ?? [];
    const isOptional = sign === "?" || sign === "*";
    const fewest = isOptional ? 0 : least === "" ? 1 : Number(least);
    const shortest = fewest === 0 ? 0 : part.shortest * fewest;
    const { longest } = part;
    if (sign === "?") return { ways: ways + 1, choices: choices + 1, shortest, longest };
    if (sign !== "" || (comma !== "" && most === "")) {
      // The repetitions can divide the text in as many ways as there are choices for each character.
      const shared = choices === 0 ? this.#length + 1 : (choices + 1) ** this.#length;
      const repeated = longest * (fewest + this.#repeats);
      return { ways: shared, choices: choices + 1, shortest, longest: repeated };
    }
    if (least === "") return { ways, choices, shortest, longest };
    const times = Number(comma === "" ? least : most);
    const counts = Math.min(times - Number(least), this.#length) + 1;
    const more = counts > 1 ? 1 : 0;
    return {
      ways: counts * ways ** times,
      choices: choices * times + more,
      shortest,
      longest: longest * Math.min(times, fewest + this.#repeats),
    };
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
