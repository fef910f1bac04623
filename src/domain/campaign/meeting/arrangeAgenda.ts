import type { Hash } from '../draw/drawList.ts'
import { orderLots } from '../draw/drawLots.ts'
import { compareIds } from '../../kernel/ids.ts'

/** Returns the text whose SHA-256 is the fingerprint of an agenda (议程指纹): meeting, then its units, one a line, sorted. */
function agendaText(meeting: string, units: readonly string[]): string {
  return [`#${meeting}`, ...units.toSorted(compareIds)].map(line => `${line}\n`).join('')
}

/** Draws the order of an agenda (抽签定序) by the house's repeatable draw: by the SHA-256 of fingerprint, seed and unit. */
export function drawAgenda(
  meeting: string,
  units: readonly string[],
  seed: string,
  hash: Hash,
): { readonly fingerprint: string; readonly order: readonly string[] } {
  const fingerprint = hash(agendaText(meeting, units))
  const lines = units.map(id => ({ id, name: id }))
  return { fingerprint, order: orderLots(fingerprint, seed, lines, hash).map(lot => lot.line.id) }
}
