/** 2021-10-01, with a time and a zone behind it; 2021/10/1, 2021.10.1, 2021年10月1日, 20211001. */
const DAY =
  /^\s*((?:19|20)\d{2})\s?(?:[-/.年]\s?(\d{1,2})\s?[-/.月]\s?(\d{1,2})|(\d{2})(\d{2}))(?!\d)日?(?:[T\s]*(\d{1,2}):(\d{2})(?::(\d{2}))?(?:\.\d{1,9})?\s*(Z|[+-]\d{2}:?\d{2})?)?/u;
const CHINA_OFFSET_HOURS = 8;

/**
 * The day of publication as ISO 8601, by the clock of the place that names it. A time in UTC is turned to that of
 * China, since programs write UTC where the page shows local time; midnight in UTC only stands for the day.
 *
 * @returns undefined for what is no day of the calendar.
 */
export function publishedDay(text: string): string | undefined {
  const match = DAY.exec(text);
  if (!match) return undefined;
  const [
    ,
    year = '',
    month = match[4] ?? '',
    date = match[5] ?? '',
    ,
    ,
    hour = '0',
    minute = '0',
    second = '0',
    zone,
  ] = match;
  const time = Date.UTC(
    Number(year),
    Number(month) - 1,
    Number(date),
    Number(hour),
    Number(minute),
    Number(second),
  );
  if (
    Number.isNaN(time) ||
    new Date(time).getUTCDate() !== Number(date) ||
    Number(month) > 12 ||
    Number(hour) > 24
  )
    return undefined;
  const isUtc = zone === 'Z' || zone?.replace(':', '') === '+0000';
  const isMidnight = Number(hour) + Number(minute) + Number(second) === 0;
  const local = isUtc && !isMidnight ? time + CHINA_OFFSET_HOURS * 3_600_000 : time;
  return new Date(local).toISOString().slice(0, 10);
}
