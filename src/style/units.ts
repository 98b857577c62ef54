/** Points, as everywhere in paiban, into the units of the formats; nowhere else is a size converted. */

export const POINTS_PER_MM: number = 72 / 25.4;

export const mmToPt = (mm: number): number => mm * POINTS_PER_MM;

/** `w:sz` counts half points. */
export const toHalfPoints = (pt: number): number => Math.round(pt * 2);

/** A twip is a twentieth of a point. */
export const toTwips = (pt: number): number => Math.round(pt * 20);

/** `w:firstLineChars` counts hundredths of a character. */
export const toCharHundredths = (em: number): number => Math.round(em * 100);

/** DrawingML counts 914,400 English metric units an inch. */
export const toEmu = (pt: number): number => Math.round((pt * 914_400) / 72);

/**
 * Chinese size names in points. CLREQ gives pairs for some; Word's value is taken.
 * @see CLREQ, Chinese character sizes
 */
export const SIZE_NAMES: Readonly<Record<string, number>> = {
  初号: 42,
  小初: 36,
  一号: 26,
  小一: 24,
  二号: 22,
  小二: 18,
  三号: 16,
  小三: 15,
  四号: 14,
  小四: 12,
  五号: 10.5,
  小五: 9,
  六号: 7.5,
  小六: 6.5,
  七号: 5.5,
  八号: 5,
};
