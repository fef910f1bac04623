import { Button } from 'antd'
import { holderNames } from '../../../contract/meetings/ballotFields.ts'
import { saveFile } from '../../client/saveFile.ts'
import { QrCode } from '../../kit/QrCode.tsx'
import type { Meeting } from './meetingTypes.ts'

/** Hands out the two copies of a key just made: as files, or printed. Once the page is left they cannot be had again. */
export function KeyCopies({ copy, meeting }: { readonly copy: string; readonly meeting: Meeting }) {
  const save = (holder: keyof typeof holderNames) => {
    const who = `${holderNames[holder]}${meeting[holder]}`
    const text = `${meeting.name}\n开票钥匙，${who}保管，开票前不要交给别人\n${copy}\n`
    saveFile(new File([text], `开票钥匙（${who}）.txt`, { type: 'text/plain' }))
  }
  return (
    <section className="key-copies" aria-label="开票钥匙的两份">
      <div className="key-copies-words">
        <p className="strong">现在就存好：离开这一页就不能再取。</p>
        <p className="buttons no-print">
          <Button type="primary" onClick={() => save('teller')}>
            存计票人的一份
          </Button>
          <Button type="primary" onClick={() => save('scrutineer')}>
            存监票人的一份
          </Button>
          <Button onClick={() => print()}>打印</Button>
        </p>
        <p className="key-copy-letters" translate="no">
          {copy}
        </p>
      </div>
      <QrCode className="pairing-code" text={copy} label="开票钥匙的二维码" />
    </section>
  )
}
