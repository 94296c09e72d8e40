#pragma once
// Empty: GMime's headers are for CMail.c alone.
