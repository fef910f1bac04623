import { describeStanding, standingWords } from '../../../contract/rectify/problemColumns.ts'
import type { Problem } from './rectifyTypes.ts'

interface Asked extends Pick<
  Problem,
  'standing' | 'isReceived' | 'objection' | 'extensionUntil' | 'unitName' | 'leadUnitName'
> {
  readonly signers: readonly Pick<Problem['signers'][number], 'name' | 'signed'>[]
}

/** Says who has to do what with a problem next, for readers of every side; nothing once it is settled. */
export function nextStepOf(of: Asked): string | undefined {
  const { signers, unitName, leadUnitName } = of
  const unsigned = signers.flatMap(({ name, signed }) => (signed ? [] : [name])).join('、')
  const vetters = leadUnitName === undefined ? '组织考核者' : `${leadUnitName}或组织考核者`
  const steps: Readonly<Record<string, string>> = {
    [standingWords.drafted]: `${unsigned}研究审核`,
    [standingWords.reviewed]: '组织考核者下发',
    [standingWords.unread]: `${unitName}确认收到`,
    [standingWords.objected]: '组织考核者答复异议',
    [standingWords.sent]: `${unitName}写好整改方案，在清单上报`,
    [standingWords.planReturned]: `${unitName}修改整改方案，在清单重新上报`,
    [standingWords.handedIn]: `${unsigned}审核整改方案`,
    [standingWords.inProgress]: `${unitName}按方案整改，完成后报告`,
    [standingWords.extension]: `${vetters}答复延期`,
    [standingWords.claimed]: `${vetters}复查`,
  }
  return steps[describeStanding(of)]
}
