//! What a whole chart holds, and what it says of what is wrong.
