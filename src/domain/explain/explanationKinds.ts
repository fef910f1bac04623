import { type RuleExplained, ruleSentence } from '../score/inspection/ruleExplained.ts'
import { type MethodExplained, methodSentences } from '../score/methods.ts'
import { type Rule, type RuleForm, ruleForms } from '../scheme/forms/ruleForms.ts'
import * as composite from './compositeKinds.ts'
import * as result from './resultKinds.ts'

type RuleNode = { readonly [F in RuleForm]: RuleExplained<Extract<Rule, { form: F }>> }[RuleForm]

/** All kinds of score explanation (得分说明的全部种类). A kind without its sentence (and its view in the web pages) does not compile. */
export type Explanation =
  | result.ResultExplained
  | result.GradeExplained
  | result.StandingExplained
  | result.ConsequenceExplained
  | result.ConversionExplained
  | composite.CompositeExplained
  | composite.ComponentExplained
  | composite.QuotaExplained
  | composite.MissingExplained
  | composite.DecidedExplained
  | composite.RoundingExplained
  | composite.RatioToBestExplained
  | composite.RankToPointsExplained
  | composite.RenormalisedExplained
  | composite.VetoExplained
  | composite.HeldExplained
  | MethodExplained
  | RuleNode

/** Kind of explanation (说明种类). */
export type ExplanationKind = Explanation['kind']

type Sentences = { readonly [K in ExplanationKind]: (node: Extract<Explanation, { kind: K }>) => string }

/** Sentences of all kinds (各种类的句子). */
export const explanationSentences: Sentences = {
  ...(Object.fromEntries(Object.keys(ruleForms).map(form => [form, ruleSentence])) as Pick<
    Sentences,
    RuleForm
  >),
  ...methodSentences,
  result: result.resultSentence,
  grade: result.gradeSentence,
  standing: result.standingSentence,
  consequence: result.consequenceSentence,
  conversion: result.conversionSentence,
  composite: composite.compositeSentence,
  component: composite.componentSentence,
  quota: composite.quotaSentence,
  missing: composite.missingSentence,
  decided: composite.decidedSentence,
  rounding: composite.roundingSentence,
  ratioToBest: composite.ratioToBestSentence,
  rankToPoints: composite.rankToPointsSentence,
  renormalised: composite.renormalisedSentence,
  veto: composite.vetoSentence,
  held: composite.heldSentence,
}
