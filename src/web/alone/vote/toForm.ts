import type { BallotForm } from '../../../domain/campaign/ballot/ballotForm.ts'
import { points } from '../../../domain/kernel/points.ts'
import type { VotePart } from './ask.ts'

/** Reads a form from the wire, where points are decimals. */
export function toForm(form: VotePart['form']): BallotForm {
  const { gradePoints } = form
  return {
    ...form,
    full: points(form.full),
    voids: form.voids.map(rule =>
      rule.kind === 'allEqual' ? rule : { ...rule, atLeast: points(rule.atLeast) },
    ),
    gradePoints:
      gradePoints &&
      Object.fromEntries(
        Object.entries(gradePoints).map(([id, worth]) => [id, worth === null ? null : points(worth)]),
      ),
  }
}
