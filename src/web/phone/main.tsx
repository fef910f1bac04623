import { createRoot } from 'react-dom/client'

createRoot(document.getElementById('root')!).render(<h1>实地核查</h1>)
