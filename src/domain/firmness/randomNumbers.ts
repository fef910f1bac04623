/** Source of random numbers (随机数): each call returns the next whole number from 0 to 2^32 − 1. */
export type RandomNumbers = () => number

/** Returns random numbers from a seed (种子随机数), the same on every machine: Doty-Humphrey's sfc32, with the seed's text hashed by FNV-1a. */
export function randomNumbers(seed: string): RandomNumbers {
  let hash = 0x811c9dc5
  for (const letter of seed) hash = Math.imul(hash ^ letter.codePointAt(0)!, 0x01000193)
  let [a, b, c, counter] = [hash, Math.imul(hash, 0x9e3779b1), Math.imul(hash, 0x85ebca77), 1]
  const next = (): number => {
    const sum = (a + b + counter) | 0
    counter = (counter + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = (((c << 21) | (c >>> 11)) + sum) | 0
    return sum >>> 0
  }
  for (let round = 0; round < 15; round++) next()
  return next
}

const TWO_TO_32 = 4294967296

/** Draws a whole number below `most` (随机取一). */
export function drawBelow(numbers: RandomNumbers, most: number): number {
  return Math.floor((numbers() / TWO_TO_32) * most)
}

/** Draws a fraction from 0 up to 1 (随机取一个小数). */
export function drawShare(numbers: RandomNumbers): number {
  return numbers() / TWO_TO_32
}
