import './style.css';
import './board';
