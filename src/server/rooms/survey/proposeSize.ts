import { sampleSize } from '../../../domain/campaign/survey/figures/sampleSize.ts'
import type { Surveyed } from './loadSurvey.ts'

/** Proposes how many to ask so that the mean of a group lies within the half-width: the answers taken to be as far apart as the scale allows, the group to be large. */
export function proposeSize({ worth, least }: Surveyed, halfWidth: number, population?: number): number {
  const points = Object.values(worth).filter(one => one !== null)
  const range = points.length < 2 ? 100 : Math.max(...points) - Math.min(...points)
  return Math.max(least, sampleSize(population ?? Number.POSITIVE_INFINITY, halfWidth / (range || 100)))
}
