import { useNavigate } from '@tanstack/react-router'
import { Button, Checkbox } from 'antd'
import { type ReactNode, useState } from 'react'
import type { RulingPart } from '../../../../contract/scheme/schemeDocument.ts'
import { confirmFields } from '../../../../contract/scheme/rulingFields.ts'
import { useSession } from '../../../client/SessionContext.ts'
import { useAct } from '../../../client/useAct.ts'
import { useAnswer } from '../../../client/useAnswer.ts'
import { FormModal } from '../../../kit/form/FormModal.tsx'
import { useForm } from '../../../kit/form/useForm.ts'
import { useScheme } from '../SchemeContext.ts'
import { useRereadWhenStale } from '../useRereadWhenStale.ts'

interface Props {
  readonly rulings: readonly RulingPart[]
  readonly line: (ruling: RulingPart) => ReactNode
}

/** Lists rulings that are assumed, each with a box: the chosen are confirmed as they stand, in one step. */
export function ConfirmRulings({ rulings, line }: Props) {
  const [chosen, setChosen] = useState<readonly string[]>([])
  const [asking, setAsking] = useState(false)
  const isAll = chosen.length === rulings.length
  const toggle = (id: string, isChosen: boolean) =>
    setChosen(isChosen ? [...chosen, id] : chosen.filter(one => one !== id))
  return (
    <>
      <p className="buttons">
        <Checkbox
          checked={isAll}
          indeterminate={chosen.length > 0 && !isAll}
          onChange={event => setChosen(event.target.checked ? rulings.map(one => one.id) : [])}
        >
          全选
        </Checkbox>
        <Button disabled={chosen.length === 0} onClick={() => setAsking(true)}>
          按现在的答复确认所选{chosen.length > 0 && `（${chosen.length}条）`}
        </Button>
      </p>
      <ul className="bare">
        {rulings.map(ruling => (
          <li key={ruling.id} className="ruling-line ruling-assumed">
            <Checkbox
              checked={chosen.includes(ruling.id)}
              aria-label={`选择：${ruling.question}`}
              onChange={event => toggle(ruling.id, event.target.checked)}
            />
            {line(ruling)}
          </li>
        ))}
      </ul>
      {asking && <ConfirmForm chosen={chosen} onClose={() => setAsking(false)} />}
    </>
  )
}

function ConfirmForm({
  chosen,
  onClose,
}: {
  readonly chosen: readonly string[]
  readonly onClose: () => void
}) {
  const { head } = useScheme()
  const { institution } = useSession()
  const navigate = useNavigate()
  const today = useAnswer('GET /api/installation', {}).data?.today ?? ''
  const act = useAct('POST /api/schemes/:version/rulings', { done: `${chosen.length}条口径已确认` })
  useRereadWhenStale(act.refused)
  const form = useForm(confirmFields, {
    start: { settledBy: institution, settledOn: today },
    acts: [act],
    send: sent =>
      act.run({
        params: { version: head!.version },
        body: { revision: head!.revision, rulings: [...chosen], ...sent },
      }),
    after: done => navigate({ to: `/schemes/${done.head.version}`, search: { part: 'rulings' } as never }),
  })
  return (
    <FormModal
      form={form}
      title={`确认${chosen.length}条口径`}
      confirm="确认"
      what={<p>答复照现在的，状态改为已确认。已印发的方案由此另起草案，印发后生效。</p>}
      onClose={onClose}
    />
  )
}
