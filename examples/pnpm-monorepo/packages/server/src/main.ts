import { createCinema } from "./server.js";

createCinema().listen(3000, () => console.log("listening on http://localhost:3000/screenings"));
