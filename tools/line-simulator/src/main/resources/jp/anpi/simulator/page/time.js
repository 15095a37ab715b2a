// Times as people in Japan read them, whatever the zone of the computer.
const ZONE = 'Asia/Tokyo';

const format = (options) => new Intl.DateTimeFormat('ja-JP', { timeZone: ZONE, ...options });
const CLOCK = format({ hour: 'numeric', minute: '2-digit' });
const DATE = format({ year: 'numeric', month: 'long', day: 'numeric', weekday: 'short' });
const DAY = format({ month: 'numeric', day: 'numeric', weekday: 'short' });
const KEY = format({ year: 'numeric', month: '2-digit', day: '2-digit' });

export const clockTime = (instant) => CLOCK.format(new Date(instant));
export const longDate = (instant) => DATE.format(new Date(instant));

/** 今日, 昨日 or the date, seen from the simulated present. */
export function dayName(instant, now) {
  const day = KEY.format(new Date(instant));
  if (day === KEY.format(new Date(now))) return '今日';
  if (day === KEY.format(new Date(new Date(now).getTime() - 86400000))) return '昨日';
  return DAY.format(new Date(instant));
}

export const dayKey = (instant) => KEY.format(new Date(instant));
