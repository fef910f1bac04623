import { Button, Modal } from 'antd'
import { useState } from 'react'
import type { CallAnswer } from '../../client/call.ts'
import { useAct } from '../../client/useAct.ts'
import { useOfficeAddress } from '../../client/useOfficeAddress.ts'
import { Fact } from '../../kit/Fact.tsx'
import { OwnAddressNotice } from '../../kit/OwnAddressNotice.tsx'
import { QrCode } from '../../kit/QrCode.tsx'
import { RefusedNotice } from '../../kit/RefusedNotice.tsx'
import { DecisionsPart } from './DecisionsPart.tsx'
import type { StepProps } from './meetingTypes.ts'

type Pairing = CallAnswer<'POST /api/years/:year/meetings/:meeting/pairings'> & { readonly screen: Screen }
type Screen = keyof typeof SCREENS

const SCREENS = {
  remote: {
    name: '手机遥控',
    what: '用主持人或召集人的手机扫码。配对码一天内有效，能操作会议进程，不要给别人。',
  },
  hall: {
    name: '会场大屏',
    what: '在接投影的电脑上打开网址，输入配对码；就用这台电脑的，点“在本机打开”。打开后单击屏幕即全屏。',
  },
} as const

/** Opens the convenor's remote and the hall's screen by a pairing code. */
export function HallStep({ year, meeting }: StepProps) {
  const [pairing, setPairing] = useState<Pairing>()
  const pair = useAct('POST /api/years/:year/meetings/:meeting/pairings', { refresh: [] })
  if (!meeting.convenes)
    return (
      <>
        <p>由召集单位在会场操作。</p>
        <DecisionsPart year={year} meeting={meeting} />
      </>
    )
  const isAhead = ['planned', 'issued', 'running'].includes(meeting.phase)
  const open = async (screen: Screen) => {
    const answer = await pair.run({ params: { year, meeting: meeting.id }, body: { screen } })
    if (answer !== undefined) setPairing({ ...answer, screen })
  }
  return (
    <>
      <OwnAddressNotice />
      <RefusedNotice error={pair.refused} />
      <p>
        会议进程用手机遥控：请下一位、暂停计时、开始和结束投票。大屏显示述职人、计时和下一位，投票时显示投票页的二维码，不显示任何结果。
      </p>
      {isAhead && (
        <div className="buttons">
          <Button type="primary" loading={pair.busy} onClick={() => void open('remote')}>
            {SCREENS.remote.name}
          </Button>
          <Button loading={pair.busy} onClick={() => void open('hall')}>
            {SCREENS.hall.name}
          </Button>
        </div>
      )}
      <DecisionsPart year={year} meeting={meeting} />
      {pairing !== undefined && <PairingModal of={pairing} onClose={() => setPairing(undefined)} />}
    </>
  )
}

function PairingModal({
  of: { screen, code },
  onClose,
}: {
  readonly of: Pairing
  readonly onClose: () => void
}) {
  const { address } = useOfficeAddress()
  const link = `${address}/hall#${code}`
  return (
    <Modal
      open
      title={SCREENS[screen].name}
      onCancel={onClose}
      footer={
        <>
          <Button onClick={onClose}>关闭</Button>
          <Button type="primary" href={link} target="_blank" rel="noreferrer">
            在本机打开
          </Button>
        </>
      }
    >
      <p>{SCREENS[screen].what}</p>
      <div className="pairing">
        {screen === 'remote' && <QrCode className="pairing-code" text={link} label="遥控的二维码" />}
        <dl className="facts">
          <Fact name="网址" verbatim>
            {address.replace(/^https?:\/\//, '')}/hall
          </Fact>
          <Fact name="配对码" className="strong unbroken" verbatim>
            {code.replaceAll(/(.{4})(?=.)/g, '$1 ')}
          </Fact>
        </dl>
      </div>
    </Modal>
  )
}
