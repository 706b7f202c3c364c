import { NothingHere } from '../../features/shell/NothingHere.tsx'

export default NothingHere
