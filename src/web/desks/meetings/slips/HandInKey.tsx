import { Button, Modal } from 'antd'
import { bytesToHex } from '@noble/hashes/utils.js'
import { useState } from 'react'
import { readKeyCopy } from '../../../../crypto/meetingKey.ts'
import { useAct } from '../../../client/useAct.ts'
import { RefusedNotice } from '../../../kit/RefusedNotice.tsx'
import { CopyInput } from './CopyInput.tsx'
import { describeCopy } from './TryCopy.tsx'
import { useBallots, useMeetingParams } from './useBallots.ts'

/** Hands in one copy of the key after the close: the sheets are opened in memory, shuffled, and the sealed ones destroyed. */
export function HandInKey() {
  const params = useMeetingParams()
  const sealTo = useBallots().data?.keys?.sealTo
  const unseal = useAct('POST /api/years/:year/meetings/:meeting/ballots/unseal', { done: '票已打开' })
  const [text, setText] = useState('')
  const [said, setSaid] = useState<string>()
  const [asking, setAsking] = useState(false)
  const submit = () => {
    const fault = describeCopy(text, sealTo)
    setSaid(fault)
    if (fault === undefined) setAsking(true)
  }
  const open = async () => {
    setAsking(false)
    const key = readKeyCopy(text)
    if (key !== undefined) await unseal.run({ params, body: { key: bytesToHex(key) } })
  }
  return (
    <section aria-label="交出钥匙开票">
      <h2>交出钥匙开票</h2>
      <p>投票已经截止。计票人或监票人交出一份钥匙，另一份不用。</p>
      <RefusedNotice error={unseal.refused} />
      <CopyInput value={text} onChange={setText} said={said} />
      <Button type="primary" loading={unseal.busy} disabled={text.trim() === ''} onClick={submit}>
        开票
      </Button>
      <Modal
        open={asking}
        title="现在开票？"
        okText="开票"
        cancelText="取消"
        onOk={() => void open()}
        onCancel={() => setAsking(false)}
      >
        票打开后打乱次序另存，加密的票和签发凭证的钥匙当即销毁，不能再投票。
      </Modal>
    </section>
  )
}
