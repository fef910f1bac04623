import { useQueryClient } from '@tanstack/react-query'
import { App, Button, Tooltip } from 'antd'
import { useState } from 'react'
import type { CallAnswer, RouteName } from '../../../client/call.ts'
import { useMay } from '../../../client/useMay.ts'
import { useAct } from '../../../client/useAct.ts'
import { ReasonModal } from '../../../kit/ReasonModal.tsx'
import type { Changes } from './sandbox.ts'

interface Props {
  readonly year: number
  readonly changes: Changes
  /** the revision of the year used for the trial. */
  readonly revision: number
  readonly writes: CallAnswer<'POST /api/years/:year/what-if'>['writes']
  readonly onDone: () => void
}

const TRIAL: RouteName = 'POST /api/years/:year/what-if'

/** Writes the trial: facts at once, changes of the scheme as a new draft. Requires the right and a reason. */
export function ApplyTrial({ year, changes, revision, writes, onDone }: Props) {
  const may = useMay()
  const { message } = App.useApp()
  const queries = useQueryClient()
  const act = useAct('POST /api/years/:year/what-if/apply', { refresh: [] })
  const [asking, setAsking] = useState(false)
  if (!may('applyWhatIf')) return null

  async function apply(reason: string) {
    const answer = await act.run({ params: { year }, body: { changes, revision, reason } })
    if (answer === undefined) return undefined
    onDone()
    // Not the trial itself: what it was tried without is no longer there.
    void queries.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== TRIAL })
    const facts =
      answer.added + answer.removed > 0 ? `增加${answer.added}条、撤回${answer.removed}条记录` : ''
    const draft = answer.draft === undefined ? '' : `方案的改动已成为“${answer.draft.name}”，检查后印发才生效`
    void message.success(`已写入：${[facts, draft].filter(text => text !== '').join('；')}`, 6)
    return answer
  }

  return (
    <>
      <Tooltip title={writes.mayApply ? undefined : writes.whyNot}>
        <Button type="primary" disabled={!writes.mayApply} onClick={() => setAsking(true)}>
          写入年度
        </Button>
      </Tooltip>
      <ReasonModal
        open={asking}
        title="把试算写入年度"
        what={describe(writes)}
        confirm="写入"
        act={act}
        run={apply}
        onClose={() => setAsking(false)}
      />
    </>
  )
}

function describe({ facts, scheme }: Props['writes']): string {
  const told = [
    facts > 0 ? `${facts}条记录的增减立即生效，排名随之变动，都记入留痕。` : '',
    scheme ? '权重和口径的改动写成方案的一个新草案，检查并印发、年度改用后才生效。' : '',
  ]
  return told.join('')
}
