import { appraiseCycle, type CycleOutcome } from '../../src/domain/score/appraiseCycle.ts'
import { mayAppraise } from '../../src/domain/score/mayAppraise.ts'
import { caseFacts, caseHistory } from './caseFacts.ts'
import { caseRefusals } from './caseRefusals.ts'
import { caseScheme } from './caseScheme.ts'
import type { WorkedCase } from './caseSchema.ts'
import type { SchemeFolder } from './schemeFolders.ts'

/** A case run through the corridor: its outcome, or the codes with which its facts are refused. */
export type RunCase =
  | { readonly refused: readonly string[]; readonly outcome?: undefined }
  | { readonly outcome: CycleOutcome }

/** Runs a worked case: its scheme, facts and history through the checks on the way in and then through the corridor. */
export function runCase(folder: SchemeFolder, worked: WorkedCase): RunCase {
  const scheme = caseScheme(folder.raw, worked)
  const facts = caseFacts(scheme, worked, folder.defaults)
  const history = caseHistory(worked)
  const refused = [
    ...mayAppraise(scheme, facts).map(refusal => refusal.code),
    ...caseRefusals(scheme, facts, history),
  ]
  return refused.length > 0 ? { refused } : { outcome: appraiseCycle(scheme, facts.roster, facts, history) }
}
