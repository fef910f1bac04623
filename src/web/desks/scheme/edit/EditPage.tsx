import { useParams } from '@tanstack/react-router'
import { useAnswer } from '../../../client/useAnswer.ts'
import { useMay } from '../../../client/useMay.ts'
import { HeadedAnswer } from '../HeadedAnswer.tsx'
import { EmptyState } from '../../../kit/EmptyState.tsx'
import { LinkButton } from '../../../kit/LinkButton.tsx'
import { PageHead } from '../../../kit/PageHead.tsx'
import { Editing } from './Editing.tsx'
import '../scheme.css'

/** Edits a draft scheme in a form, checked during typing. */
export function EditPage() {
  const { version = '' } = useParams({ strict: false }) as { readonly version?: string }
  const may = useMay()
  return (
    <HeadedAnswer title="编制方案" of={useAnswer('GET /api/schemes/:version', { params: { version } })}>
      {found =>
        found.head.state === 'draft' && may('editScheme') ? (
          <Editing key={found.head.version} of={found} />
        ) : (
          <>
            <PageHead title={found.head.title} />
            <EmptyState
              title={`第${found.head.number}版已印发，不能再改`}
              what="从它另起草案，改好后印发为新版本。"
              next={<LinkButton to={`/schemes/${version}`}>查看这一版</LinkButton>}
            />
          </>
        )
      }
    </HeadedAnswer>
  )
}
