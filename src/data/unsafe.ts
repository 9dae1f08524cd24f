/**
 * Characters that no text may contain: control characters except line breaks and tabs, directional overrides,
 * unpaired surrogates, tag characters (which can hide a text), and noncharacters, which are invalid in HTML and XML.
 */
export const UNSAFE =
  /(?![\t\n\r])\p{Cc}|[\u202A-\u202E\u2066-\u2069]|\p{Cs}|\p{Noncharacter_Code_Point}|[\u{E0000}-\u{E007F}]/u;
