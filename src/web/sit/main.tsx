import { createRoot } from 'react-dom/client'

createRoot(document.getElementById('root')!).render(<h1>基本知识测试</h1>)
