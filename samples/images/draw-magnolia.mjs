// Draws magnolia.png, the chart of diary.md: one point a year, an axis of years and one of days. Node only.
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { crc32, deflateSync } from 'node:zlib';

const FIRST_YEAR = 1994;
const DAYS = [
  63, 74, 70, 66, 69, 71, 58, 67, 64, 66, 55, 72, 62, 60, 66, 69, 52, 63, 61, 63, 66, 49, 57, 60, 57, 47, 61,
  53, 57, 55,
];
const [WIDTH, HEIGHT] = [1200, 640];
const PLOT = { left: 110, right: 1160, top: 40, bottom: 560 };
const RANGE = { low: 45, high: 75 };
const [INK, GRID, LINE, TREND] = [0x33, 0xdd, 0x55, 0x99];

/** Digits as rows of three bits each, five rows. */
const DIGITS = ['75557', '26227', '71747', '71717', '55711', '74717', '74757', '71111', '75757', '75717'];

const pixels = Buffer.alloc(WIDTH * HEIGHT, 0xff);

function fill(x, y, width, height, shade) {
  for (let row = Math.round(y); row < y + height; row++) {
    for (let column = Math.round(x); column < x + width; column++) {
      if (row >= 0 && row < HEIGHT && column >= 0 && column < WIDTH) pixels[row * WIDTH + column] = shade;
    }
  }
}

function write(text, x, y, scale = 5) {
  [...text].forEach((digit, place) => {
    [...DIGITS[Number(digit)]].forEach((bits, row) => {
      for (let bit = 0; bit < 3; bit++) {
        if (Number(bits) & (4 >> bit)) {
          fill(x + (place * 4 + bit) * scale, y + row * scale, scale, scale, INK);
        }
      }
    });
  });
}

function stroke([x0, y0], [x1, y1], thickness, shade) {
  const steps = Math.ceil(Math.hypot(x1 - x0, y1 - y0));
  for (let step = 0; step <= steps; step++) {
    const share = step / Math.max(1, steps);
    fill(
      x0 + (x1 - x0) * share - thickness / 2,
      y0 + (y1 - y0) * share - thickness / 2,
      thickness,
      thickness,
      shade,
    );
  }
}

const xOf = (index) => PLOT.left + ((index + 0.5) / DAYS.length) * (PLOT.right - PLOT.left);
const yOf = (day) => PLOT.bottom - ((day - RANGE.low) / (RANGE.high - RANGE.low)) * (PLOT.bottom - PLOT.top);

for (let day = RANGE.low; day <= RANGE.high; day += 5) {
  fill(PLOT.left, yOf(day) - 1, PLOT.right - PLOT.left, 2, day === RANGE.low ? INK : GRID);
  write(String(day), PLOT.left - 60, yOf(day) - 12);
}
for (let index = 0; index < DAYS.length; index += 5) {
  fill(xOf(index) - 1, PLOT.bottom, 3, 12, INK);
  write(String(FIRST_YEAR + index), xOf(index) - 38, PLOT.bottom + 24);
}

const mean = (values) => values.reduce((sum, value) => sum + value, 0) / values.length;
const years = DAYS.map((_, index) => index);
const slope =
  mean(years.map((year, index) => (year - mean(years)) * (DAYS[index] - mean(DAYS)))) /
  mean(years.map((year) => (year - mean(years)) ** 2));
const trend = (index) => [xOf(index), yOf(mean(DAYS) + slope * (index - mean(years)))];
stroke(trend(0), trend(DAYS.length - 1), 5, TREND);
DAYS.forEach((day, index) => {
  if (index > 0) stroke([xOf(index - 1), yOf(DAYS[index - 1])], [xOf(index), yOf(day)], 3, LINE);
});
DAYS.forEach((day, index) => {
  fill(xOf(index) - 6, yOf(day) - 6, 12, 12, INK);
});

function chunk(type, data) {
  const body = Buffer.concat([Buffer.from(type), data]);
  const head = Buffer.alloc(4);
  head.writeUInt32BE(data.length);
  const tail = Buffer.alloc(4);
  tail.writeUInt32BE(crc32(body));
  return Buffer.concat([head, body, tail]);
}

const header = Buffer.alloc(13);
header.writeUInt32BE(WIDTH, 0);
header.writeUInt32BE(HEIGHT, 4);
header.set([8, 0, 0, 0, 0], 8); // eight bits, grey
const scanlines = Buffer.concat(
  Array.from({ length: HEIGHT }, (_, row) =>
    Buffer.concat([Buffer.from([0]), pixels.subarray(row * WIDTH, (row + 1) * WIDTH)]),
  ),
);
writeFileSync(
  fileURLToPath(new URL('magnolia.png', import.meta.url)),
  Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(scanlines, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]),
);
