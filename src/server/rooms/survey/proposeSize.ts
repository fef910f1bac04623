import type { Surveyed } from './loadSurvey.ts'

/** The 97.5 % point of the normal distribution. */
const Z = 1.959964

/** Proposes how many to ask so that the mean of a group lies within the half-width: the answers taken to be as far apart as the scale allows, the group to be large. */
export function proposeSize({ worth, least }: Surveyed, halfWidth: number, population?: number): number {
  const points = Object.values(worth).filter(one => one !== null)
  const range = points.length === 0 ? 100 : Math.max(...points) - Math.min(...points)
  const wanted = (Z * (range / 2)) ** 2 / halfWidth ** 2
  const finite = population === undefined ? wanted : wanted / (1 + (wanted - 1) / Math.max(population, 1))
  return Math.max(least, Math.ceil(finite))
}
