/** First and longest pause, in ms. */
const [FIRST, LONGEST] = [2_000, 300_000]

/** Returns the pause before the next try, in ms: doubles from 2 seconds up to 5 minutes; `dice` from 0 to 1 spreads phones that lost the signal together. */
export function nextTry(tries: number, dice: number): number {
  const plain = Math.min(LONGEST, FIRST * 2 ** Math.min(tries, 20))
  return Math.round(plain * (0.75 + dice * 0.5))
}
