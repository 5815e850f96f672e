// Characters that join their neighbours: Unicode has no property escape for these.

/** Whether a text ends with a virama, which joins consonants: one of the combining class 9. */
export function endsWithVirama(text: string): boolean {
  return /[\u094d\u09cd\u0a4d\u0acd\u0b4d\u0bcd\u0c4d\u0ccd\u0d3b\u0d3c\u0d4d\u0dca\u0e3a\u0eba\u0f84\u1039\u103a\u1714\u1715\u1734\u17d2\u1a60\u1b44\u1baa\u1bab\u1bf2\u1bf3\u2d7f\ua806\ua82c\ua8c4\ua953\ua9c0\uaaf6\uabed\u{10a3f}\u{11046}\u{11070}\u{1107f}\u{110b9}\u{11133}\u{11134}\u{111c0}\u{11235}\u{112ea}\u{1134d}\u{113ce}-\u{113d0}\u{11442}\u{114c2}\u{115bf}\u{1163f}\u{116b6}\u{1172b}\u{11839}\u{1193d}\u{1193e}\u{119e0}\u{11a34}\u{11a47}\u{11a99}\u{11c3f}\u{11d44}\u{11d45}\u{11d97}\u{11f41}\u{11f42}\u{1612f}]$/u.test(
    text,
  );
}

/** Whether the last letter of a text joins the one after it. */
export function joinsNext(text: string): boolean {
  const letter = /\P{Mn}(?=\p{Mn}*$)/u.exec(text)?.[0] ?? "";
  return isJoining(letter) && !joinsOnlyPrevious(letter);
}

/** Whether the first letter of a text joins the one before it. */
export function joinsPrevious(text: string): boolean {
  const letter = /^\p{Mn}*(\P{Mn})/u.exec(text)?.[1] ?? "";
  return isJoining(letter) && !/[\ua872\u{10acd}\u{10ad7}\u{10d00}]/u.test(letter);
}

/** Whether a letter joins one of its neighbours: it has the joining type D, L or R. */
function isJoining(letter: string): boolean {
  return /[\u0620\u0622-\u063f\u0641-\u064a\u066e\u066f\u0671-\u0673\u0675-\u06d3\u06d5\u06ee\u06ef\u06fa-\u06fc\u06ff\u0710\u0712-\u072f\u074d-\u077f\u07ca-\u07ea\u0840-\u0858\u0860\u0862-\u0865\u0867-\u086a\u0870-\u0882\u0886\u0889-\u088e\u08a0-\u08ac\u08ae-\u08c8\u1820-\u1878\u1887-\u18a8\u18aa\ua840-\ua872\u{10ac0}-\u{10ac5}\u{10ac7}\u{10ac9}\u{10aca}\u{10acd}-\u{10ae1}\u{10ae4}\u{10b80}-\u{10b91}\u{10d00}-\u{10d23}\u{10f30}-\u{10f44}\u{10f70}-\u{10f81}\u{10fb0}\u{10fb2}-\u{10fb6}\u{10fb8}-\u{10fbf}\u{10fc1}-\u{10fc4}\u{1e900}-\u{1e943}]/u.test(
    letter,
  );
}

/** Whether a letter has the joining type R. */
function joinsOnlyPrevious(letter: string): boolean {
  return /[\u0622-\u0625\u0627\u0629\u062f-\u0632\u0648\u0671-\u0673\u0675-\u0677\u0688-\u0699\u06c0\u06c3-\u06cb\u06cd\u06cf\u06d2\u06d3\u06d5\u06ee\u06ef\u0710\u0715-\u0719\u071e\u0728\u072a\u072c\u072f\u074d\u0759-\u075b\u076b\u076c\u0771\u0773\u0774\u0778\u0779\u0840\u0846\u0847\u0849\u0854\u0856-\u0858\u0867\u0869\u086a\u0870-\u0882\u088e\u08aa-\u08ac\u08ae\u08b1\u08b2\u08b9\u{10ac5}\u{10ac7}\u{10ac9}\u{10aca}\u{10ace}-\u{10ad2}\u{10add}\u{10ae1}\u{10ae4}\u{10b81}\u{10b83}-\u{10b85}\u{10b89}\u{10b8c}\u{10b8e}\u{10b8f}\u{10b91}\u{10d22}\u{10f33}\u{10f74}\u{10f75}\u{10fb4}-\u{10fb6}\u{10fb9}\u{10fba}\u{10fbd}\u{10fc2}\u{10fc3}]/u.test(
    letter,
  );
}
