import { sentenceOfRefusal } from '../contract/shape/refusalSentences.ts'
import { appraiseCycle, type CycleOutcome } from '../domain/score/appraiseCycle.ts'
import { mayAppraise } from '../domain/score/mayAppraise.ts'
import { type CycleInputs, HEAVY, sizeOfFacts } from './cycleInputs.ts'
import type { Io } from './io.ts'
import type { Progress } from './createProgress.ts'

/** Scores and ranks the year; returns `undefined` after printing every reason why it cannot (open rulings, another year). */
export function appraise(io: Io, inputs: CycleInputs, progress: Progress): CycleOutcome | undefined {
  const refusals = mayAppraise(inputs.scheme, inputs.facts)
  if (refusals.length > 0) {
    progress.end()
    io.err(['不能计分：', ...refusals.map(refusal => `  · ${sentenceOfRefusal(refusal)}`)].join('\n'))
    return undefined
  }
  const outcome = ranked(inputs, progress)
  if (outcome.components.appraisees.length > 0) return outcome
  progress.end()
  io.err('没有一个考核对象，不能计分：请在“单位名册”里填上考核范围内的单位')
  return undefined
}

function ranked(inputs: CycleInputs, progress: Progress): CycleOutcome {
  progress.stage('计分排名', sizeOfFacts(inputs) > HEAVY)
  return appraiseCycle(inputs.scheme, inputs.facts.roster, inputs.facts, inputs.history)
}
