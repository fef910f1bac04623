import { Button } from 'antd'
import { useState } from 'react'
import { holderNames } from '../../../contract/meetings/ballotFields.ts'
import { useAct } from '../../client/useAct.ts'
import { useAnswer } from '../../client/useAnswer.ts'
import { Answered } from '../../kit/Answered.tsx'
import { RefusedNotice } from '../../kit/RefusedNotice.tsx'
import { KeyCopies } from './KeyCopies.tsx'
import { KeyCopyField } from './KeyCopyField.tsx'
import { RisksPart } from './RisksPart.tsx'
import { makeMeetingKey, openTrial } from './meetingKeys.ts'
import type { Ballots, Meeting, StepProps } from './meetingTypes.ts'

const HOLDERS = ['teller', 'scrutineer'] as const

/** Makes the key that opens the sealed sheets, hands out its two copies and tries them. The private half stays in this browser and on the copies. */
export function KeyPart({ year, meeting }: StepProps) {
  const params = { year, meeting: meeting.id }
  const of = useAnswer('GET /api/years/:year/meetings/:meeting/ballots', { params })
  return <Answered of={of}>{ballots => <Shown year={year} meeting={meeting} ballots={ballots} />}</Answered>
}

function Shown({ year, meeting, ballots }: StepProps & { readonly ballots: Ballots }) {
  const [copy, setCopy] = useState<string>()
  const params = { year, meeting: meeting.id }
  const make = useAct('POST /api/years/:year/meetings/:meeting/ballots/key', {
    done: '钥匙已生成，请两人各存一份',
  })
  const { keys } = ballots
  async function makeKey() {
    const made = makeMeetingKey()
    const answer = await make.run({ params, body: { sealTo: made.sealTo } })
    if (answer !== undefined) setCopy(made.copy)
  }
  return (
    <>
      <h3>开票钥匙</h3>
      <p>
        手机投出的票密封存放，投票期间谁也打不开。开票钥匙由计票人和监票人各存一份，系统不存；有一份就能开票，两份都丢失，手机票就不能计票，只能重新开会。
      </p>
      <RefusedNotice error={make.refused} />
      {copy !== undefined && <KeyCopies copy={copy} meeting={meeting} />}
      {keys === undefined ? (
        <Button type="primary" loading={make.busy} onClick={() => void makeKey()}>
          生成开票钥匙
        </Button>
      ) : (
        HOLDERS.map(holder => (
          <TryCopy
            key={holder}
            params={params}
            meeting={meeting}
            holder={holder}
            tried={keys.tried.includes(holder)}
            trial={keys.trials[holder]}
          />
        ))
      )}
      {keys !== undefined && copy === undefined && keys.tried.length < HOLDERS.length && (
        <p>
          钥匙没有存下来的，可以
          <Button type="link" loading={make.busy} onClick={() => void makeKey()}>
            重新生成
          </Button>
          ，原来的随即作废。
        </p>
      )}
      <RisksPart year={year} meeting={meeting} ballots={ballots} />
    </>
  )
}

interface TryProps {
  readonly params: { readonly year: number; readonly meeting: string }
  readonly meeting: Meeting
  readonly holder: (typeof HOLDERS)[number]
  readonly tried: boolean
  readonly trial: string
}

function TryCopy({ params, meeting, holder, tried, trial }: TryProps) {
  const act = useAct('POST /api/years/:year/meetings/:meeting/ballots/key-tried', {
    done: `${holderNames[holder]}的钥匙能用`,
  })
  const who = `${holderNames[holder]}${meeting[holder]}`
  if (tried) return <p className="good">{who}的钥匙已试过，能用。</p>
  return (
    <>
      <RefusedNotice error={act.refused} />
      <KeyCopyField
        label={`${who}的钥匙`}
        confirm="试钥匙"
        busy={act.busy}
        use={key => openTrial(trial, meeting.id, key)}
        onUse={opened => void act.run({ params, body: { holder, opened } })}
      />
    </>
  )
}
