import { Button } from 'antd'
import { useState } from 'react'
import {
  outcomeFields,
  promiseFields,
  proposalFields,
  talkFields,
  talkRecordFields,
} from '../../../contract/consequences/consequencesFields.ts'
import type { RouteName } from '../../client/call.ts'
import { useAct } from '../../client/useAct.ts'
import { FormModal } from '../../kit/form/FormModal.tsx'
import type { Fields } from '../../kit/form/formValues.ts'
import { useForm } from '../../kit/form/useForm.ts'
import type { Consequence } from './consequence.ts'

const AT = '/api/years/:year/units/:unit/consequences/:rule'

interface Act {
  readonly label: string
  readonly route: RouteName
  readonly fields: Fields
  readonly start?: Readonly<Record<string, unknown>>
}

interface Props {
  readonly year: number
  readonly one: Consequence
}

/** Offers what the committee does next: arrange and record a talk and what was promised, or make a proposal and record its outcome. */
export function FollowUpActs({ year, one }: Props) {
  const [open, setOpen] = useState<Act>()
  const acts = actsOf(one)
  if (acts.length === 0 && open === undefined) return null
  return (
    <div className="buttons follow-acts">
      {acts.map((act, at) => (
        <Button
          key={act.label}
          // The notice comes first, and its form has the page's one red button until it is served.
          type={at === 0 && one.state !== 'pending' && one.standing !== 'settled' ? 'primary' : 'default'}
          onClick={() => setOpen(act)}
        >
          {act.label}
        </Button>
      ))}
      {open !== undefined && (
        <ActForm key={open.label} year={year} one={one} act={open} onClose={() => setOpen(undefined)} />
      )}
    </div>
  )
}

function actsOf({ standing, followUp, follows, leader, unitKind = '' }: Consequence): readonly Act[] {
  const talk: Act = {
    label: followUp === undefined ? '安排约谈' : '改期约谈',
    route: `PUT ${AT}/talk`,
    fields: talkFields,
    start: followUp === undefined ? { who: leader ?? '' } : { ...followUp },
  }
  const proposal: Act = {
    label: followUp === undefined ? '提出调整建议' : '改写调整建议',
    route: `PUT ${AT}/proposal`,
    fields: proposalFields,
    // Units of the centre or the province in the prefecture are managed by their parent department.
    start:
      followUp === undefined ? { authority: unitKind.includes('驻') ? 'superior' : 'own' } : { ...followUp },
  }
  const record: Act = {
    label: followUp?.heldOn === undefined ? '登记谈话' : '补记谈话',
    route: `POST ${AT}/talk/record`,
    fields: talkRecordFields,
    start: followUp?.heldOn === undefined ? { heldOn: followUp?.day ?? '' } : { ...followUp },
  }
  const promise: Act = { label: '登记承诺事项', route: `POST ${AT}/talk/steps`, fields: promiseFields }
  switch (standing) {
    case 'none':
      return [
        ...(follows.includes('talk') ? [talk] : []),
        ...(follows.includes('proposal') ? [proposal] : []),
      ]
    case 'arranged':
      return [record, talk]
    case 'held':
      return [promise, record]
    case 'settled':
      return followUp?.kind === 'talk' ? [promise] : []
    case 'proposed':
      return [
        { label: '登记建议结果', route: `POST ${AT}/proposal/outcome`, fields: outcomeFields },
        proposal,
      ]
    default:
      return []
  }
}

function ActForm({ year, one, act, onClose }: Props & { readonly act: Act; readonly onClose: () => void }) {
  const { label, route, fields, start = {} } = act
  const sender = useAct(route, { done: '已登记' })
  const known = Object.fromEntries(Object.entries(start).filter(([name]) => name in fields))
  const form = useForm(fields, {
    keep: `${route}.${one.unit}.${one.rule}`,
    start: known,
    acts: [sender],
    send: sent => {
      const params = { year, unit: one.unit, rule: one.rule }
      const body = { ...sent, revision: one.followUp?.revision ?? 0 }
      return sender.run({ params, body } as never)
    },
    after: onClose,
  })
  const kind = 'authority' in fields && one.unitKind !== undefined && (
    <p>单位性质：{one.unitKind}。干部管理权限已按此选好，不符的请改选。</p>
  )
  return (
    <FormModal form={form} title={`${one.unitName}：${label}`} confirm="登记" what={kind} onClose={onClose} />
  )
}
