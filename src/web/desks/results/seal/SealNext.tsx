import { Alert } from 'antd'
import { useMay } from '../../../client/useMay.ts'
import { printDay } from '../../../kit/printDay.ts'
import { Approval } from './Approval.tsx'
import { Correction } from './Correction.tsx'
import { Release } from './Release.tsx'
import { SealForm } from './SealForm.tsx'
import { latestSeal, type Seals } from './sealTypes.ts'

/** Shows what can be done now: seal, approve or return, release, correct; to others, what is awaited. */
export function SealNext({ seals }: { readonly seals: Seals }) {
  const may = useMay()
  const { state, year, correction } = seals
  const latest = latestSeal(seals)
  return (
    <section aria-label="现在可办的事">
      {state === 'returned' && latest?.returned !== undefined && (
        <Alert
          type="warning"
          showIcon
          className="seal-alert"
          title={`第${latest.number}次封存的结果已被退回`}
          description={`${latest.judgedBy ?? '领导小组'}${latest.judgedAt === undefined ? '' : `于${printDay(latest.judgedAt)}`}退回，理由：${latest.returned}。改正后请重新封存。`}
        />
      )}
      {correction !== undefined && <Correction.InProgress seals={seals} />}
      {(state === 'unsealed' || state === 'returned' || state === 'correcting') &&
        (may('sealYear') ? (
          <SealForm year={year} />
        ) : (
          <p className="seal-wait">结果还没有封存：由组织考核者检查无误后封存。</p>
        ))}
      {state === 'sealed' &&
        latest !== undefined &&
        (may('approveYear') ? (
          <Approval seals={seals} seal={latest} />
        ) : (
          <p className="seal-wait">第{latest.number}次封存的结果正等待领导小组审定。</p>
        ))}
      {state === 'approved' && latest !== undefined && <Release seals={seals} latest={latest} />}
      {(state === 'approved' || state === 'sealed') && latest !== undefined && may('correctYear') && (
        <Correction.Begin year={year} seal={latest.number} />
      )}
    </section>
  )
}
