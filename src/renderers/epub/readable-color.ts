/**
 * Luminance that can be read on the white of a page (4.5 to 1, also on the ground of code) and on the black of a reader's
 * night mode (3 to 1): readers turn their paper dark without telling the book.
 *
 * @see WCAG 2.2, 1.4.3 and the definition of relative luminance
 */
const LUMINANCE = 0.155;
const WEIGHTS = [0.2126, 0.7152, 0.0722] as const;

/** The color in the same tone, as light as can be read by day and by night. */
export function readableColor(color: string): string {
  const linear = [1, 3, 5].map((at) => toLinear(Number.parseInt(color.slice(at, at + 2), 16) / 255));
  const luminance = linear.reduce((sum, value, channel) => sum + value * (WEIGHTS[channel] ?? 0), 0);
  const lightened = (LUMINANCE - luminance) / (1 - luminance);
  const fitted = linear.map((value) =>
    luminance > LUMINANCE ? (value * LUMINANCE) / luminance : value + (1 - value) * lightened,
  );
  return `#${Buffer.from(fitted.map((value) => Math.round(fromLinear(value) * 255))).toString('hex')}`;
}

function toLinear(value: number): number {
  return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
}

function fromLinear(value: number): number {
  return value <= 0.0031308 ? value * 12.92 : 1.055 * value ** (1 / 2.4) - 0.055;
}
