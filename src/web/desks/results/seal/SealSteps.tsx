import { Steps } from 'antd'
import { useNarrow } from '../../../kit/useNarrow.ts'
import type { Seals } from './sealTypes.ts'

const AT: { readonly [S in Seals['state']]: number } = {
  unsealed: 0,
  returned: 0,
  correcting: 0,
  sealed: 1,
  approved: 2,
}

/** 封存的步骤: check and seal, approve, release. */
export function SealSteps({ of: { state, released } }: { readonly of: Seals }) {
  const narrow = useNarrow()
  return (
    <Steps
      size="small"
      className="seal-steps"
      orientation={narrow ? 'vertical' : 'horizontal'}
      current={released && state === 'approved' ? 3 : AT[state]}
      items={[
        { title: '检查并封存', content: '组织考核者' },
        { title: '审定', content: '领导小组' },
        { title: '向单位公布', content: '组织考核者' },
      ]}
    />
  )
}
