import { Alert, Button, Modal } from 'antd'
import { useEffect, useState } from 'react'
import { printSlipCode } from '../../../../crypto/slipSecret.ts'
import { useOfficeAddress } from '../../../client/useOfficeAddress.ts'
import { PageHead } from '../../../kit/PageHead.tsx'
import { QrCode } from '../../../kit/QrCode.tsx'
import type { Meeting } from '../meetingTypes.ts'

/** A batch of slips of one class, still in this page's memory. */
export interface Batch {
  readonly className: string
  readonly codes: readonly string[]
}

interface Props {
  readonly batch: Batch
  readonly meeting: Meeting
  readonly onClose: () => void
}

/** Shows a batch of slips to print and cut. They are nowhere else: leaving is asked back. */
export function PrintedSlips({ batch: { className, codes }, meeting, onClose }: Props) {
  const { address } = useOfficeAddress()
  const [asking, setAsking] = useState(false)
  useEffect(() => {
    const ask = (event: BeforeUnloadEvent) => event.preventDefault()
    addEventListener('beforeunload', ask)
    return () => removeEventListener('beforeunload', ask)
  }, [])
  return (
    <>
      <div className="no-print">
        <PageHead
          title="打印票条"
          state={`${className}，${codes.length}张`}
          actions={
            <>
              <Button type="primary" onClick={() => print()}>
                打印
              </Button>
              <Button onClick={() => setAsking(true)}>打印好了，关掉</Button>
            </>
          }
        />
        <Alert
          type="warning"
          showIcon
          title="请现在打印并数清张数：关掉这一页后，这些票条再也打不出来。打印机如有“保留作业”，请关闭；打印时不要另存为文件。"
        />
      </div>
      <div className="vote-slips">
        {codes.map(code => (
          <article key={code} className="vote-slip">
            <QrCode
              className="vote-slip-code"
              text={`${address}/vote#${code}`}
              label="票条的二维码"
              margin={2}
            />
            <div>
              {meeting.rehearsal && <b className="vote-slip-stamp">演练</b>}
              <b>{className}</b>
              <p>{meeting.name}</p>
              <p>用手机相机或微信扫码评价。不能扫码的，打开</p>
              <p translate="no">{address.replace(/^https?:\/\//, '')}/vote</p>
              <p>
                输入
                <span className="vote-slip-letters" translate="no">
                  {printSlipCode(code)}
                </span>
              </p>
              <p>一张票条投一票，请勿拍照、转发。</p>
            </div>
          </article>
        ))}
      </div>
      <Modal
        open={asking}
        title="票条都打印好了？"
        okText="打印好了，关掉"
        cancelText="再看看"
        onOk={onClose}
        onCancel={() => setAsking(false)}
      >
        关掉后这{codes.length}张票条不能再看，也不能再打印。
      </Modal>
    </>
  )
}
