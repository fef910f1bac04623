import { Alert, Button, Modal } from 'antd'
import { bytesToHex, randomBytes } from '@noble/hashes/utils.js'
import { useEffect, useState } from 'react'
import { holderNames } from '../../../../contract/meetings/ballotFields.ts'
import { printKeyCopy, publicKeyOf } from '../../../../crypto/meetingKey.ts'
import { saveFile } from '../../../client/saveFile.ts'
import { useAct } from '../../../client/useAct.ts'
import { QrCode } from '../../../kit/QrCode.tsx'
import { RefusedNotice } from '../../../kit/RefusedNotice.tsx'
import type { Ballots, Holder, Meeting } from './ballotTypes.ts'
import { useMeetingParams } from './useBallots.ts'

interface Props {
  readonly meeting: Meeting
  readonly keys: Ballots['keys']
}

/** Makes the key pair in this browser, registers the public half, and hands out the two copies of the private half. */
export function MakeKey({ meeting, keys }: Props) {
  const params = useMeetingParams()
  const register = useAct('POST /api/years/:year/meetings/:meeting/ballots/key')
  const [copy, setCopy] = useState<string>()
  const [asking, setAsking] = useState(false)
  const make = async () => {
    setAsking(false)
    const privateKey = randomBytes(32)
    const answer = await register.run({ params, body: { sealTo: bytesToHex(publicKeyOf(privateKey)) } })
    if (answer !== undefined) setCopy(printKeyCopy(privateKey))
  }
  return (
    <section aria-label="生成钥匙" className="no-print-frame">
      <RefusedNotice error={register.refused} />
      {copy === undefined ? (
        <>
          <p>
            {keys === undefined
              ? '请计票人和监票人都在场：钥匙在这台电脑上生成，两人各存一份，再各试一次，然后才能开始投票。'
              : '钥匙已经生成。如果两份都没有存下，可以在有人扫票条之前重新生成。'}
          </p>
          <Button
            type={keys === undefined ? 'primary' : 'default'}
            loading={register.busy}
            onClick={() => (keys === undefined ? void make() : setAsking(true))}
          >
            {keys === undefined ? '生成开票钥匙' : '重新生成'}
          </Button>
        </>
      ) : (
        <Copies copy={copy} meeting={meeting} onClose={() => setCopy(undefined)} />
      )}
      <Modal
        open={asking}
        title="重新生成钥匙？"
        okText="重新生成"
        cancelText="取消"
        onOk={() => void make()}
        onCancel={() => setAsking(false)}
      >
        原来的钥匙作废，两份都要重新存、重新试。
      </Modal>
    </section>
  )
}

interface CopiesProps {
  readonly copy: string
  readonly meeting: Meeting
  readonly onClose: () => void
}

function Copies({ copy, meeting, onClose }: CopiesProps) {
  const [printing, setPrinting] = useState<Holder>()
  const [taken, setTaken] = useState<readonly Holder[]>([])
  const holders = Object.keys(holderNames) as readonly Holder[]
  useEffect(() => {
    const ask = (event: BeforeUnloadEvent) => event.preventDefault()
    addEventListener('beforeunload', ask)
    return () => removeEventListener('beforeunload', ask)
  }, [])
  useEffect(() => {
    if (printing === undefined) return
    // The QR code is drawn in a moment of its own.
    const timer = setTimeout(() => print(), 400)
    const done = () => setPrinting(undefined)
    addEventListener('afterprint', done)
    return () => {
      clearTimeout(timer)
      removeEventListener('afterprint', done)
    }
  }, [printing])
  const take = (holder: Holder) => setTaken(now => (now.includes(holder) ? now : [...now, holder]))
  const save = (holder: Holder) => {
    saveFile(new File([textOf(copy, meeting, holder)], `开票钥匙-${holderNames[holder]}.txt`))
    take(holder)
  }
  return (
    <>
      <Alert type="warning" showIcon title="钥匙只在这一页上：两份都存好之前，不要关掉或刷新。" />
      <div className="key-holders">
        {holders.map(holder => (
          <section key={holder} aria-label={`${holderNames[holder]}的一份`}>
            <h2>{holderNames[holder]}的一份</h2>
            <p>存到本人的优盘上，或打印出来由本人收好，会前不给别人看。</p>
            <div className="buttons">
              <Button onClick={() => save(holder)}>保存成文件</Button>
              <Button
                onClick={() => {
                  setPrinting(holder)
                  take(holder)
                }}
              >
                打印
              </Button>
            </div>
            {taken.includes(holder) && <p className="good">已取走一份</p>}
          </section>
        ))}
      </div>
      <Button disabled={taken.length < holders.length} onClick={onClose}>
        两份都存好了
      </Button>
      {printing !== undefined && (
        <div className="key-print">
          <h1>开票钥匙：{holderNames[printing]}</h1>
          <p>
            {meeting.name}
            {meeting.rehearsal && '（演练）'}
          </p>
          <QrCode className="key-print-code" text={copy} label="开票钥匙的二维码" margin={4} />
          <p className="key-print-text" translate="no">
            {copy}
          </p>
          <p>由本人保管，会前不给别人看；开票后销毁。</p>
        </div>
      )}
    </>
  )
}

function textOf(copy: string, { name, rehearsal }: Meeting, holder: Holder): string {
  return `开票钥匙（${holderNames[holder]}保管）\r\n${name}${rehearsal ? '（演练）' : ''}\r\n\r\n${copy}\r\n\r\n由本人保管，会前不给别人看；开票后销毁。\r\n`
}
