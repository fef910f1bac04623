import { bandsFields, placeFields, scoreFields } from '../../../../contract/results/decisionFields.ts'
import { noFaultsFields } from '../../../../contract/routine/routineFields.ts'
import { useAct } from '../../../client/useAct.ts'
import { FormModal } from '../../../kit/form/FormModal.tsx'
import type { Fields, SentOf } from '../../../kit/form/formValues.ts'
import { useForm } from '../../../kit/form/useForm.ts'
import type { Matter } from './DecisionsPage.tsx'

interface Props {
  readonly year: number
  readonly matter: Matter
  readonly onClose: () => void
}

/** Asks for the decision on a matter: what is decided, by whom and why. */
export function DecideForm(props: Props) {
  const { unit, component, ranking, least = 0, most = 0 } = props.matter
  switch (props.matter.decide) {
    case 'bands':
      return <Decide {...props} fields={bandsFields} body={{ kind: 'bandsApply', ranking }} />
    case 'place': {
      const hint = `并列的单位占倒数第${least}名至第${most}名。`
      const fields = { ...placeFields, place: { ...placeFields.place, min: least, max: most, hint } }
      return <Decide {...props} fields={fields} body={{ kind: 'fromBottom', unit }} />
    }
    case 'score': {
      const hint = `满分${most}分。能补录的先补录，不能补录的再作决定。`
      const fields = { ...scoreFields, points: { ...scoreFields.points, max: most, hint } }
      return <Decide {...props} fields={fields} body={{ kind: 'componentScore', unit, component }} />
    }
    case 'noFaults':
      return <NoFaults {...props} />
    default:
      return null
  }
}

function Decide<F extends Fields>({
  year,
  matter,
  fields,
  body,
  onClose,
}: Props & { readonly fields: F; readonly body: object }) {
  const act = useAct('POST /api/years/:year/facts', { done: '决定已录入' })
  const form = useForm(fields, {
    acts: [act],
    send: (sent: SentOf<F>) =>
      act.run({
        params: { year },
        body: { fact: { kind: 'decisions', body: { ...body, ...sent } } } as never,
      }),
    after: onClose,
  })
  return (
    <FormModal form={form} title="决定" confirm="录入决定" what={<p>{matter.text}</p>} onClose={onClose} />
  )
}

function NoFaults({ year, matter, onClose }: Props) {
  const act = useAct('POST /api/years/:year/units/:unit/no-faults', { done: '已登记' })
  const form = useForm(noFaultsFields, {
    acts: [act],
    send: body => act.run({ params: { year, unit: matter.unit! }, body }),
    after: onClose,
  })
  return (
    <FormModal
      form={form}
      title="登记没有缺席和迟报、漏报、错报"
      confirm="登记"
      what={<p>{matter.unitName}全年没有缺席会议，也没有迟报、漏报、错报的，登记后按满分计。</p>}
      onClose={onClose}
    />
  )
}
