import { Link } from '@tanstack/react-router'
import { PageHead } from '../kit/PageHead.tsx'

/** 没有这个页面. */
export function PageMissing() {
  return (
    <>
      <PageHead title="没有这个页面" />
      <p>地址可能写错了，或者这个页面已经移走。</p>
      <p>
        <Link to="/">返回首页</Link>
      </p>
    </>
  )
}
