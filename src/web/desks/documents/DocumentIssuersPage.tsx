import { Button } from 'antd'
import { useState } from 'react'
import { issuerFields } from '../../../contract/documents/documentsFields.ts'
import { newUuid } from '../../client/newUuid.ts'
import { useAct } from '../../client/useAct.ts'
import { useAnswer } from '../../client/useAnswer.ts'
import { AnsweredPage } from '../../kit/AnsweredPage.tsx'
import { EmptyState } from '../../kit/EmptyState.tsx'
import { FormModal } from '../../kit/form/FormModal.tsx'
import { useForm } from '../../kit/form/useForm.ts'
import { PageHead } from '../../kit/PageHead.tsx'
import { BackToDocuments } from './BackToDocuments.tsx'
import type { Issuer } from './documentTypes.ts'
import './documents.css'

/** Lists the issuing bodies (发文机关): their names, the word of their numbers, and the last number. */
export function DocumentIssuersPage() {
  const answer = useAnswer('GET /api/documents/issuers', {})
  return (
    <AnsweredPage title="发文机关" of={answer}>
      {({ issuers }) => <List issuers={issuers} />}
    </AnsweredPage>
  )
}

function List({ issuers }: { readonly issuers: readonly Issuer[] }) {
  const [edited, setEdited] = useState<Issuer | 'new'>()
  const add = (
    <Button type="primary" onClick={() => setEdited('new')}>
      登记发文机关
    </Button>
  )
  return (
    <>
      <PageHead
        title="发文机关"
        state={`已登记${issuers.length}个`}
        actions={
          <>
            <BackToDocuments />
            {issuers.length > 0 && add}
          </>
        }
      />
      {issuers.length === 0 ? (
        <EmptyState
          title="还没有登记发文机关"
          what="登记发文机关和它的代字，发文字号就从代字开始，按年度依次编。"
          next={add}
        />
      ) : (
        <div className="kind-table">
          <table>
            <thead>
              <tr>
                <th scope="col">发文机关</th>
                <th scope="col">代字</th>
                <th scope="col">印发机关</th>
                <th scope="col" className="to-right">
                  今年已编到
                </th>
                <th scope="col">办理</th>
              </tr>
            </thead>
            <tbody>
              {issuers.map(one => (
                <tr key={one.id}>
                  <th scope="row">{one.names.join('、')}</th>
                  <td data-label="代字">{one.word}</td>
                  <td data-label="印发机关">{one.imprint || '同发文机关'}</td>
                  <td className="to-right" data-label="今年已编到">
                    {one.last === 0 ? '还没有' : `${one.last}号`}
                  </td>
                  <td>
                    <Button size="small" onClick={() => setEdited(one)}>
                      修改
                    </Button>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {edited !== undefined && (
        <IssuerForm of={edited === 'new' ? undefined : edited} onClose={() => setEdited(undefined)} />
      )}
    </>
  )
}

function IssuerForm({ of, onClose }: { readonly of: Issuer | undefined; readonly onClose: () => void }) {
  const act = useAct('PUT /api/documents/issuers/:issuer', { done: '发文机关已保存' })
  const [id] = useState(() => of?.id ?? newUuid())
  const form = useForm(issuerFields, {
    start: { names: of?.names ?? [], word: of?.word ?? '', imprint: of?.imprint ?? '' },
    acts: [act],
    refusedAt: { issuerWordTaken: 'word', issuerWordWrong: 'word', issuerNamesMissing: 'names' },
    send: sent => act.run({ params: { issuer: id }, body: { ...sent, revision: of?.revision ?? 0 } }),
    after: onClose,
  })
  return <FormModal form={form} title="发文机关" confirm="保存" onClose={onClose} />
}
