import type { RulingAnswers, RulingTopic } from '../../src/domain/scheme/ruling.ts'

/** What a topic's answers must be worked with, by a few words each: the default and every other answer that the data must allow (domain R1-R23). */
export type AnswersToWork = {
  readonly [T in RulingTopic]: Readonly<Record<string, (answer: RulingAnswers[T]) => boolean>>
}

/** The answers that need a worked case. A topic that is added to the types does not compile here until its answers are listed. */
export const answersToWork: AnswersToWork = {
  combineRounds: options('accumulate', 'meanOfRounds', 'latestRound'),
  rowFloor: options('zero', 'negative'),
  compositeFloor: options('zero', 'negative'),
  bonusCap: options('mayExceedRow', 'rowCapped', 'uncapped'),
  bonusOrder: options('afterFloor', 'beforeFloor'),
  quotaRounding: options('largestRemainder', 'atMostTop', 'atLeastBottom', 'halfUp'),
  gradePoints: {
    '95/85/75': answer => answer.points['good'] === 95_000,
    'another table': answer => answer.points['good'] !== 95_000,
  },
  ledgerTariff: {
    'the default table': ({ tariff }) => tariff['absent'] === 1000 && tariff['deputy'] === 500,
    'another tariff': ({ tariff }) => tariff['absent'] !== 1000,
    'another full mark': ({ base }) => base !== 100_000,
  },
  surveyScale: {
    'the default table': ({ points }) => points['dissatisfied'] === 50_000 && points['dontKnow'] === null,
    'another table': ({ points }) => points['dissatisfied'] !== 50_000,
    'other weights': ({ weights }) => weights['members'] !== weights['public'],
    'another minimum': ({ minimumValid }) => minimumValid !== 10,
    'an empty group refused': ({ emptyGroup }) => emptyGroup === 'refuse',
    'an empty group renormalised': ({ emptyGroup }) => emptyGroup === 'renormalise',
  },
  ballotScale: {
    'plain mean': ({ pooling }) => pooling === 'plainMean',
    'class weights': ({ pooling }) => pooling === 'classWeights',
    'an empty class refused': ({ emptyClass }) => emptyClass === 'refuse',
    'an empty class renormalised': ({ pooling, emptyClass }) =>
      pooling === 'classWeights' && emptyClass === 'renormalise',
    'trimmed mean': ({ trim }) => trim !== undefined,
    'void when all are equal': ({ voids }) => voids.some(rule => rule.kind === 'allEqual'),
    'void with too many high': ({ voids }) => voids.some(rule => rule.kind === 'tooManyHigh'),
    'grades to points': ({ gradePoints }) => gradePoints !== undefined,
  },
  ties: {
    'broken by components': ({ breakBy }) => breakBy.length > 0,
    'not broken': ({ breakBy }) => breakBy.length === 0,
    'across an edge the lighter': ({ acrossEdge }) => acrossEdge === 'lighter',
    'across an edge the heavier': ({ acrossEdge }) => acrossEdge === 'heavier',
    'across an edge the committee': ({ acrossEdge }) => acrossEdge === 'committee',
    'competition places': ({ places }) => places === 'competition',
    'dense places': ({ places }) => places === 'dense',
  },
  rankingScope: options('all', 'byTier', 'byCohort'),
  smallCohort: {
    'from 18 up': answer => answer.kind === 'count' && answer.minimum === 18 && answer.below === 'committee',
    'another threshold': answer => answer.kind === 'count' && answer.minimum !== 18,
    'below it all the same': answer => answer.kind === 'count' && answer.below === 'apply',
    'a share': answer => answer.kind === 'share',
  },
  overallGrades: {
    'the default bounds': ({ grades }) =>
      grades[0]?.from === 90_000 && grades[0].fromOpen !== true && grades.length === 4,
    'other bounds': ({ grades }) => grades[0]?.from !== 90_000,
    'bounds open below': ({ grades }) => grades[0]?.fromOpen === true,
    'a quota on the top': ({ quotas }) => quotas.some(quota => quota.kind === 'atMost'),
    'a quota on the lower grades': ({ quotas }) => quotas.some(quota => quota.kind === 'atLeast'),
    preconditions: ({ preconditions }) => preconditions.length > 0,
  },
  streakFollows: options('person', 'unit', 'either'),
  discretionary: {
    'up to the row, in halves, with a reason': ({ limit, step, reasonRequired }) =>
      limit === 'row' && step === 500 && reasonRequired,
    'another range': ({ limit }) => limit !== 'row',
    'without a reason': ({ reasonRequired }) => !reasonRequired,
  },
  reportDue: { '10 December': ({ due }) => due === '12-10', 'another day': ({ due }) => due !== '12-10' },
  performanceConversion: {
    'ten percent': ({ percent }) => percent === 10_000,
    'another percentage': ({ percent }) => percent !== 10_000,
  },
  doubleCounting: {
    both: ({ countsIn }) => countsIn === 'both',
    'in the ledger only': ({ countsIn }) => countsIn === 'ledger',
    'in the rubric only': ({ countsIn }) => countsIn === 'rubric',
  },
  knowledgeTest: { informs: ({ use }) => use === 'informs', 'a rule': ({ use }) => use === 'rule' },
  missingComponent: options('block', 'renormalise', 'zero'),
  rounding: {
    'two decimals, half up': ({ decimals, half }) => decimals === 2 && half === 'up',
    'no decimals': ({ decimals }) => decimals === 0,
    'one decimal': ({ decimals }) => decimals === 1,
    'three decimals': ({ decimals }) => decimals === 3,
    'half even': ({ half }) => half === 'even',
    'components not rounded': ({ roundComponents }) => !roundComponents,
  },
  midYearChange: {
    'on 31 December': answer => answer.answers === 'holderOnDay' && answer.day === '12-31',
    'on another day': answer => answer.answers === 'holderOnDay' && answer.day !== '12-31',
    'by days in post': ({ answers }) => answers === 'longestHolder',
  },
  leadInspections: { informs: ({ use }) => use === 'informs', weighted: ({ use }) => use === 'weighted' },
  unclearUnit: options('perItem', 'once'),
  // Computes no points; worked in measureReport.test.ts.
  reportSides: {},
  // Acts before there are facts; worked in smallClasses.test.ts and countSheets.test.ts.
  smallClasses: {},
  // Decides which debriefs are awaited; worked in tests/server/ledger/debriefs.test.ts.
  dualDebriefs: {},
  note: {},
}

function options<A extends string>(...answers: readonly A[]): Readonly<Record<A, (answer: A) => boolean>> {
  return Object.fromEntries(answers.map(one => [one, (answer: A) => answer === one])) as Record<
    A,
    (answer: A) => boolean
  >
}
