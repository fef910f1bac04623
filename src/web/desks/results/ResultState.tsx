import type { Ranking } from './resultTypes.ts'

type Context = Pick<Ranking, 'basis' | 'asOf' | 'state' | 'scheme' | 'seal' | 'released'>

const STATES: { readonly [S in Context['state']]: string } = {
  unsealed: '尚未封存',
  sealed: '已封存，待审定',
  returned: '已被退回',
  approved: '已审定',
  correcting: '正在更正',
}

/** Shows the state of the results in one line: what the figures are based on, what was decided about them, and whether units see them. */
export function ResultState({
  of: { basis, asOf, state, scheme, seal, released },
}: {
  readonly of: Context
}) {
  const rests =
    basis === 'sealed' && seal !== undefined
      ? `第${seal.number}次封存的结果`
      : asOf === undefined
        ? '按当前的事实试排'
        : '按当日的事实试排'
  return (
    <>
      {rests}；{STATES[state]}
      {state === 'approved' && (released ? '，已向单位公布' : '，尚未向单位公布')}；方案“{scheme.title}”第
      {scheme.number}版
    </>
  )
}
