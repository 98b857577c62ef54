import { ConversionError } from '../../diagnostics.js';

/** So many bytes of a password count; what goes beyond would be cut off in silence. */
const MOST_BYTES = 127;

/** Blanks that are not U+0020. @see RFC 3454, C.1.2 */
const BLANKS = /[\u00A0\u1680\u2000-\u200B\u202F\u205F\u3000]/g;
/** Characters that are not seen. @see RFC 3454, B.1 */
const NOTHING = /[\u00AD\u034F\u1806\u180B-\u180D\u200C\u200D\u2060\uFE00-\uFE0F\uFEFF]/g;

/**
 * A password as a file checks it: composed, as UTF-8. What RFC 4013 (SASLprep), which the format asks for, would change
 * beyond that is refused: half of the viewers do not follow it, and would not open the file.
 *
 * @throws ConversionError `password-unusable`, which does not name the password.
 * @see ISO 32000-2, 7.6.4.3.2
 */
export function filePassword(typed: string): Buffer {
  const text = typed.normalize('NFC');
  const prepared = text.replace(BLANKS, ' ').replace(NOTHING, '').normalize('NFKC');
  const bytes = Buffer.from(text, 'utf8');
  if (prepared !== text || bytes.length > MOST_BYTES || /\p{Cc}|\p{Cs}|\p{Co}|\uFFFD/u.test(text)) {
    throw new ConversionError('password-unusable', { most: MOST_BYTES });
  }
  return bytes;
}
