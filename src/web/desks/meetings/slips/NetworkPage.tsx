import { useOfficeAddress } from '../../../client/useOfficeAddress.ts'
import { LinkButton } from '../../../kit/LinkButton.tsx'
import { OwnAddressNotice } from '../../../kit/OwnAddressNotice.tsx'
import { PageHead } from '../../../kit/PageHead.tsx'
import { QrCode } from '../../../kit/QrCode.tsx'
import { addressOfMeeting } from '../meetingTypes.ts'
import { useMeetingParams } from './useBallots.ts'
import './slips.css'

/** For those who prepare the hall: its network, the address on the slips, and what to try the day before. (四（四）) */
export function NetworkPage() {
  const { year, meeting } = useMeetingParams()
  const { address, isOwn } = useOfficeAddress()
  return (
    <>
      <PageHead
        title="会场网络"
        state="手机投票前一天要准备和试过的事"
        actions={<LinkButton to={`${addressOfMeeting(year, meeting)}/slips`}>票条</LinkButton>}
      />
      <OwnAddressNotice />
      <section className="hall-words">
        <h2>网络</h2>
        <ul>
          <li>
            手机要能打开这台服务器：用会场自己的无线网就行，不需要外网，也不需要加密网址；手机流量只有在外面也打得开这个网址时才行。
          </li>
          <li>一个无线接入点带30到50部手机。200人的会场，请备4到6个。</li>
          <li>无线网不要设“登录认证页”，也不要让手机之间、手机和服务器之间互相隔离。</li>
          <li>手机提示“此网络不能上网”的，选“仍然使用”。</li>
          <li>服务器和网络设备接不间断电源。断电或断网时票不会丢，恢复后手机自动接着投。</li>
        </ul>
        <h2>票条上的网址</h2>
        <p>
          票条印的是<b translate="no">{address}/vote</b>
          。换了网址，已印的票条就打不开，请先定网址再印。用会场自己的无线网时，网址写服务器在会场网络里的地址。
        </p>
        {!isOwn && (
          <>
            <QrCode className="hall-code" text={`${address}/vote`} label="投票页的二维码" margin={2} />
            <p>用手机扫这个码，能看到“述职测评”和输入编码的地方，就是通的。</p>
          </>
        )}
        <h2>前一天试什么</h2>
        <ol>
          <li>在会场里，苹果、安卓、鸿蒙手机各一部，加一部最旧的，打开上面的网址：3秒左右应能打开。</li>
          <li>开一次演练会议，印几张演练票条，从扫码、评价、投票走到开票、公布，再点“核对回执”。</li>
          <li>投票途中锁一次屏、刷新一次、关掉再扫一次、关掉无线网再连上：评过的应都在，只投出一票。</li>
          <li>计票人和监票人各试一遍自己的钥匙。</li>
          <li>大屏和遥控各开一次。</li>
          <li>备好纸质票：不用手机的人、手机没电的人用它，两种票一起计。</li>
        </ol>
        <h2>不许手机入场的</h2>
        <p>全部用纸质票，不用票条和钥匙。</p>
      </section>
    </>
  )
}
