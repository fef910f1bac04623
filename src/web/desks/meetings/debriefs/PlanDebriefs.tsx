import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { debriefMeetingFields } from '../../../../contract/meetings/debriefMeetingFields.ts'
import { debriefBallotOf } from '../../../../domain/campaign/dualDebrief/debriefBallot.ts'
import {
  debriefPosts,
  type DebriefSide,
  debriefSides,
} from '../../../../domain/campaign/dualDebrief/dualDebrief.ts'
import type { CallAnswer } from '../../../client/call.ts'
import { useAct } from '../../../client/useAct.ts'
import { useAnswer } from '../../../client/useAnswer.ts'
import { Answered } from '../../../kit/Answered.tsx'
import { Choice } from '../../../kit/Choice.tsx'
import { FormFields } from '../../../kit/form/FormFields.tsx'
import { FormModal } from '../../../kit/form/FormModal.tsx'
import { useForm } from '../../../kit/form/useForm.ts'
import { addressOfMeeting } from '../meetingTypes.ts'
import { votersField } from '../votersField.tsx'
import '../meetings.css'

type Person = CallAnswer<'GET /api/years/:year/debriefs'>['people'][number]

interface Props {
  readonly year: number
  readonly unit: string
  /** The debriefs that the scheme asks for. */
  readonly sides: readonly DebriefSide[]
  readonly onClose: () => void
}

/** Plans a small meeting at which some of a unit's people hold one of their dual debriefs (双述双评); its voters cast ballots. (六（四）) */
export function PlanDebriefs(props: Props) {
  const { year, unit, sides } = props
  const of = useAnswer('GET /api/years/:year/debriefs', { params: { year } })
  const [side, setSide] = useState(sides[0]!)
  return (
    <Answered of={of}>
      {({ people }) => (
        <PlanForm
          key={side}
          {...props}
          side={side}
          onSide={setSide}
          people={people.filter(one => one.unit === unit && one[side].heldOn === undefined)}
        />
      )}
    </Answered>
  )
}

interface FormProps extends Props {
  readonly side: DebriefSide
  readonly onSide: (side: DebriefSide) => void
  readonly people: readonly Person[]
}

function PlanForm({ year, unit, sides, side, onSide, people, onClose }: FormProps) {
  const go = useNavigate()
  const act = useAct('POST /api/years/:year/units/:unit/debrief-meetings', {
    done: '会议已安排，议程按名单排好',
  })
  const { classes } = debriefBallotOf(side)
  const fields = {
    ...debriefMeetingFields,
    people: {
      ...debriefMeetingFields.people,
      options: people.map(one => ({
        value: one.id,
        label: `${one.name}（${one.branch}，${debriefPosts[one.post]}）`,
      })),
      empty: '名单上的人都已登记这次述职评议',
    },
    classes: votersField('expected', classes),
  }
  const form = useForm(fields, {
    start: {
      people: people.length === 1 ? [people[0]!.id] : [],
      heldOn: people[0]?.[side].plannedOn ?? '',
      minutes: 8,
      reviewAfterEach: false,
      phones: true,
    },
    acts: [act],
    send: ({ classes: voters, ...sent }) =>
      act.run({
        params: { year, unit },
        body: { ...sent, side, classes: classes.map(({ id }) => ({ id, expected: voters[id] ?? 0 })) },
      }),
    after: ({ id }) => go({ to: addressOfMeeting(year, id) }),
  })
  return (
    <FormModal
      form={form}
      title={`安排${debriefSides[side]}评议会`}
      confirm="安排"
      width={720}
      what={
        sides.length > 1 && (
          <p>
            <Choice
              label="哪一次述职评议"
              value={side}
              options={sides.map(value => ({ value, text: debriefSides[value] }))}
              onChange={value => onSide(value as DebriefSide)}
            />
          </p>
        )
      }
      onClose={onClose}
    >
      <FormFields of={form} only={['people', 'before']} />
      <FormFields of={form} only={['heldOn', 'startsAt', 'place', 'minutes']} className="two-fields" />
      <FormFields of={form} only={['convenor', 'teller', 'scrutineer']} className="two-fields" />
      <FormFields of={form} only={['classes', 'reviewAfterEach', 'phones']} />
    </FormModal>
  )
}
