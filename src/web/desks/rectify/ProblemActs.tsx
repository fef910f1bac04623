import { Button } from 'antd'
import { useEffect, useState } from 'react'
import {
  answerFields,
  checkFields,
  dropFields,
  extensionAnswerFields,
  extensionFields,
  objectFields,
  problemFields,
  problemStepNames,
  reviewFields,
  vetFields,
} from '../../../contract/rectify/rectifyFields.ts'
import { standingWords } from '../../../contract/rectify/problemColumns.ts'
import { choiceField } from '../../../contract/shape/field.ts'
import type { RouteName } from '../../client/call.ts'
import { useAct } from '../../client/useAct.ts'
import { useAnswer } from '../../client/useAnswer.ts'
import { FormModal } from '../../kit/form/FormModal.tsx'
import type { Fields } from '../../kit/form/formValues.ts'
import { useForm } from '../../kit/form/useForm.ts'
import { printDay } from '../../kit/printDay.ts'
import { RefusedNotice } from '../../kit/RefusedNotice.tsx'
import { EvidenceForm } from './EvidenceForm.tsx'
import { bodyField } from './ListActs.tsx'
import { MergeForm } from './MergeForm.tsx'
import type { Problem } from './rectifyTypes.ts'

type Act = Problem['acts'][number] | 'merge'

/** The words of an act's button, and where it is the one to do next. */
const BUTTONS: Readonly<Record<Exclude<Act, 'plan'>, string>> = {
  review: '研究审核',
  word: '改写',
  merge: '合并',
  drop: '撤下',
  receive: '确认收到',
  object: '提出异议',
  answer: '答复异议',
  vet: '审核方案',
  progress: '报告进展',
  claim: '报告整改完成',
  extend: '申请延期',
  answerExtension: '答复延期',
  check: '复查',
}

const PRIMARY: ReadonlySet<string> = new Set([
  'review',
  'receive',
  'answer',
  'vet',
  'claim',
  'answerExtension',
  'check',
])

/** Shows what the reader may do with a problem now; each act asks for what it needs. */
export function ProblemActs({ of }: { readonly of: Problem }) {
  const [open, setOpen] = useState<Act>()
  const receive = useAct('POST /api/years/:year/units/:unit/problems/receive', { done: '已确认收到' })
  const acts = (Object.keys(BUTTONS) as Exclude<Act, 'plan'>[]).filter(act =>
    of.acts.includes(act === 'merge' ? 'word' : act),
  )
  // What is being typed stays, although somebody else has taken the step meanwhile.
  if (acts.length === 0 && open === undefined) return null
  const close = () => setOpen(undefined)
  return (
    <>
      <div className="problem-acts buttons">
        {acts.map(act => (
          <Button
            key={act}
            type={PRIMARY.has(act) ? 'primary' : 'default'}
            loading={act === 'receive' && receive.busy}
            onClick={() =>
              act === 'receive'
                ? void receive.run({ params: { year: of.year, unit: of.unit }, body: {} })
                : setOpen(act)
            }
          >
            {BUTTONS[act]}
          </Button>
        ))}
      </div>
      <RefusedNotice error={receive.refused} />
      {open !== undefined && <OpenAct act={open} of={of} onClose={close} />}
    </>
  )
}

interface Props {
  readonly of: Problem
  readonly onClose: () => void
}

function OpenAct({ act, of, onClose }: Props & { readonly act: Act }) {
  const asked = { of, onClose }
  switch (act) {
    case 'review':
      return <Review {...asked} />
    case 'vet':
      return <Vet {...asked} />
    case 'word':
      return (
        <ActForm
          {...asked}
          title="改写问题"
          route={`PUT ${AT}`}
          fields={problemFields}
          start={{ text: of.text }}
          extra={{ row: of.row }}
        />
      )
    case 'merge':
      return <MergeForm {...asked} />
    case 'drop':
      return <ActForm {...asked} title="撤下这个问题" route={`POST ${AT}/drop`} fields={dropFields} />
    case 'object':
      return <ActForm {...asked} title="提出异议" route={`POST ${AT}/object`} fields={objectFields} />
    case 'answer':
      return (
        <ActForm
          {...asked}
          asks="objected"
          title="答复异议"
          route={`POST ${AT}/answer`}
          fields={answerFields}
        />
      )
    case 'extend':
      return <ActForm {...asked} title="申请延期" route={`POST ${AT}/extension`} fields={extensionFields} />
    case 'answerExtension':
      return (
        <ActForm
          {...asked}
          asks="extensionAsked"
          title="答复延期"
          route={`POST ${AT}/extension/answer`}
          fields={extensionAnswerFields}
        />
      )
    case 'check':
      return (
        <ActForm {...asked} asks="claimed" title="复查整改" route={`POST ${AT}/check`} fields={checkFields} />
      )
    case 'progress':
    case 'claim':
      return <EvidenceForm {...asked} what={act} />
    default:
      return null
  }
}

const AT = '/api/years/:year/units/:unit/problems/:problem'

interface ActProps extends Props {
  readonly title: string
  readonly route: RouteName
  readonly fields: Fields
  readonly start?: Readonly<Record<string, unknown>>
  readonly extra?: object
  /** The step that is decided about, shown above the fields. */
  readonly asks?: Problem['steps'][number]['kind']
}

/** Asks for the fields of one act with this problem, and does it. */
function ActForm({ of, onClose, title, route, fields, start = {}, extra, asks }: ActProps) {
  const act = useAct(route, { done: '已办理' })
  const form = useForm(fields, {
    keep: `${route}.${of.id}`,
    start,
    acts: [act],
    send: sent => {
      const params = { year: of.year, unit: of.unit, problem: of.id }
      return act.run({ params, body: { ...extra, ...sent, revision: of.revision } } as never)
    },
    after: onClose,
  })
  const step = of.steps.findLast(({ kind }) => kind === asks)
  const asked = step && (
    <p className="typed-text">
      {problemStepNames[step.kind]}
      {step.until !== undefined && `到${printDay(step.until)}`}：{step.text}
    </p>
  )
  return <FormModal form={form} title={title} confirm="确定" what={asked} onClose={onClose} />
}

function Review({ of, onClose }: Props) {
  const act = useAct('POST /api/years/:year/problems/review', { done: '意见已登记' })
  const bodies = of.signers.filter(({ mine }) => mine)
  // The opinion is on the words as they stood when the form was opened, or as they were shown after a refusal.
  const [seen, setSeen] = useState(of.revision)
  const hasMoved = act.refused?.code === 'staleRevision'
  useEffect(() => {
    if (hasMoved) setSeen(of.revision)
  }, [hasMoved, of.revision])
  const form = useForm(
    { body: bodyField(bodies), ...reviewFields },
    {
      keep: `review.${of.id}`,
      start: { body: bodies[0]?.id ?? '' },
      acts: [act],
      send: body =>
        act.run({ params: { year: of.year }, body: { ...body, problems: [of.id], revision: seen } }),
      after: onClose,
    },
  )
  return <FormModal form={form} title="研究审核这个问题" confirm="登记意见" onClose={onClose} />
}

/** Asks how far an opinion reaches: all plans of the unit that wait for the reader, counted, or this one. */
const scopeField = (waiting: number | undefined) =>
  choiceField('审核哪些', {
    look: 'radio',
    options: [
      {
        value: 'all',
        label: `该单位待您审核的全部方案${waiting === undefined ? '' : `（${waiting}个）`}`,
      },
      { value: 'one', label: '只审核这一个' },
    ],
  })

function Vet({ of, onClose }: Props) {
  const act = useAct('POST /api/years/:year/units/:unit/problems/vet', {
    done: ({ count }) => `已审核${count}个问题的方案`,
  })
  const mine = of.signers.find(one => one.mine)?.id ?? ''
  const filter = { unit: [of.unitName], standing: [standingWords.handedIn], waits: ['是'] }
  const list = useAnswer('GET /api/years/:year/problems', {
    params: { year: of.year },
    query: { page: '0', filter: JSON.stringify(filter) },
  })
  const form = useForm(
    { scope: scopeField(list.data?.paging?.found), ...vetFields },
    {
      keep: `vet.${of.year}.${of.unit}`,
      start: { scope: 'all' },
      acts: [act],
      send: ({ scope, ...sent }) =>
        act.run({
          params: { year: of.year, unit: of.unit },
          body: { ...sent, body: mine, problems: scope === 'one' ? [of.id] : undefined },
        }),
      after: onClose,
    },
  )
  return <FormModal form={form} title="审核整改方案" confirm="登记意见" onClose={onClose} />
}
