import { Button } from 'antd'
import { bytesToHex } from '@noble/hashes/utils.js'
import { useState } from 'react'
import { holderNames } from '../../../../contract/meetings/ballotFields.ts'
import { publicKeyOf, readKeyCopy } from '../../../../crypto/meetingKey.ts'
import { openSheet } from '../../../../crypto/sealedSheet.ts'
import { useAct } from '../../../client/useAct.ts'
import { RefusedNotice } from '../../../kit/RefusedNotice.tsx'
import type { Ballots, Holder } from './ballotTypes.ts'
import { CopyInput } from './CopyInput.tsx'
import { useMeetingParams } from './useBallots.ts'

interface Props {
  readonly holder: Holder
  readonly keys: NonNullable<Ballots['keys']>
}

/** Lets one holder try the own copy: it must open what the server sealed for this trial. */
export function TryCopy({ holder, keys }: Props) {
  const params = useMeetingParams()
  const report = useAct('POST /api/years/:year/meetings/:meeting/ballots/key-tried', {
    done: '这份钥匙能开票',
  })
  const [text, setText] = useState('')
  const [said, setSaid] = useState<string>()
  const submit = async () => {
    const opened = openTrial(text, keys, holder, params.meeting)
    if (opened === undefined) return setSaid(describeCopy(text, keys.sealTo))
    setSaid(undefined)
    if ((await report.run({ params, body: { holder, opened } })) !== undefined) setText('')
  }
  return (
    <section aria-label={`${holderNames[holder]}试钥匙`}>
      <h2>{holderNames[holder]}试钥匙</h2>
      {keys.tried.includes(holder) ? (
        <p className="good">已试过，能开票。</p>
      ) : (
        <>
          <RefusedNotice error={report.refused} />
          <CopyInput value={text} onChange={setText} said={said} />
          <Button
            type="primary"
            loading={report.busy}
            disabled={text.trim() === ''}
            onClick={() => void submit()}
          >
            试一试
          </Button>
        </>
      )}
    </section>
  )
}

/** Says what is wrong with a copy that does not open. */
export function describeCopy(text: string, sealTo: string | undefined): string | undefined {
  const privateKey = readKeyCopy(text)
  if (privateKey === undefined) return '这里没有完整的钥匙：请选钥匙文件，或核对打的字，一个也不能错。'
  if (sealTo !== undefined && bytesToHex(publicKeyOf(privateKey)) !== sealTo)
    return '这是另一把钥匙，打不开本次会议的票：请换本次会议的钥匙。'
  return undefined
}

function openTrial(
  text: string,
  { trials }: Props['keys'],
  holder: Holder,
  meeting: string,
): string | undefined {
  const privateKey = readKeyCopy(text)
  if (privateKey === undefined) return undefined
  const sealed = Uint8Array.from(atob(trials[holder]), letter => letter.charCodeAt(0))
  return openSheet(sealed, meeting, privateKey)?.text
}
