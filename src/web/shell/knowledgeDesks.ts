import { FormOutlined } from '@ant-design/icons'
import { lazyRouteComponent } from '@tanstack/react-router'
import type { Desk } from './desks.ts'

/** Desks for the knowledge test (知识测试): tests, their slips, and the question bank. */
export const knowledgeDesks: readonly Desk[] = [
  {
    path: '$year/tests',
    title: '知识测试',
    actions: ['readKnowledge'],
    group: '日常工作',
    icon: FormOutlined,
    page: lazyRouteComponent(() => import('../desks/knowledge/TestsPage.tsx'), 'TestsPage'),
  },
  {
    path: '$year/tests/$test',
    title: '知识测试',
    actions: ['readKnowledge'],
    under: '$year/tests',
    page: lazyRouteComponent(() => import('../desks/knowledge/TestPage.tsx'), 'TestPage'),
  },
  {
    path: '$year/tests/$test/slips',
    title: '打印答题条和纸质卷',
    actions: ['holdTests'],
    under: '$year/tests',
    page: lazyRouteComponent(() => import('../desks/knowledge/SlipsPage.tsx'), 'SlipsPage'),
  },
  {
    path: '$year/questions',
    title: '题库',
    actions: ['editQuestions'],
    under: '$year/tests',
    page: lazyRouteComponent(() => import('../desks/knowledge/BankPage.tsx'), 'BankPage'),
  },
]
